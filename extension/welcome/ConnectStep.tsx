import { useState } from "preact/hooks";
import type { Offer } from "../shared/offer";
import { ProblemError, VersionMismatch } from "../shared/problems";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { StartCommands } from "../ui/StartCommands";
import { offerOf } from "./link";
import { Step } from "./Step";
import type { Pairing } from "./use-pairing";

interface Props {
  pairing: Pairing;
  /** The step before is done. */
  ready: boolean;
}

/** Gives this browser to the backend: the link in the terminal, and one yes. */
export function ConnectStep({ pairing, ready }: Props) {
  const done = ready && pairing.connected !== null;
  return (
    <Step
      title={t("welcome_connect")}
      state={done ? "done" : ready ? "now" : "later"}
      outcome={done && <p class="good">{t("pair_done_title")}</p>}
    >
      {pairing.offer && <Asked offer={pairing.offer} pairing={pairing} />}
      {!pairing.offer && !done && <HowTo pairing={pairing} />}
    </Step>
  );
}

function Asked({ offer, pairing }: { offer: Offer; pairing: Pairing }) {
  const { replaced, busy, accept, decline } = pairing;
  const host = new URL(offer.base).host;
  return (
    <div class="ask">
      <p tabIndex={-1} ref={focus}>
        <b>{t("pair_question", host)}</b>
      </p>
      <p>{t("pair_question_check", host)}</p>
      {replaced && <p class="caution">{t("pair_replaces", replaced)}</p>}
      <div class="choices">
        <button type="button" class="button button-main" disabled={busy} onClick={accept}>
          {t(busy ? "pair_connecting" : replaced ? "pair_yes_replace" : "pair_yes")}
        </button>
        <button type="button" class="button" disabled={busy} onClick={decline}>
          {t("pair_no")}
        </button>
      </div>
    </div>
  );
}

function HowTo({ pairing }: { pairing: Pairing }) {
  return (
    <>
      {pairing.forgotten && <p class="caution">{t("welcome_forgotten")}</p>}
      {pairing.failure !== null && <Failure reason={pairing.failure} />}
      <p>{t("welcome_connect_how")}</p>
      <StartCommands what="pair" />
      <Paste pairing={pairing} />
    </>
  );
}

function Paste({ pairing }: { pairing: Pairing }) {
  const [wrong, setWrong] = useState(false);
  const take = (text: string) => {
    const offer = offerOf(text);
    setWrong(text !== "" && !offer);
    if (offer) pairing.ask(offer);
  };
  return (
    <label class="field">
      <span>{t("welcome_paste")}</span>
      <input
        type="text"
        class="wide"
        autocomplete="off"
        spellcheck={false}
        placeholder="http://127.0.0.1:8765/pair#…"
        onInput={(event) => take(event.currentTarget.value)}
      />
      {wrong && (
        <span class="wrong" role="alert">
          {t("welcome_paste_wrong")}
        </span>
      )}
    </label>
  );
}

function Failure({ reason }: { reason: unknown }) {
  if (reason instanceof ProblemError) return <ProblemNote problem={reason.problem} />;
  if (reason instanceof VersionMismatch)
    return (
      <p class="caution">
        {t(reason.update === "backend" ? "pair_update_backend" : "pair_update_extension")}
      </p>
    );
  return <p class="caution">{t("off_title")}</p>;
}

/** The question has come from another tab: whoever listens or uses keys must be at it. */
function focus(question: HTMLElement | null): void {
  question?.focus();
}
