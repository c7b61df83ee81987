import { quoteWords } from "../ui/brief-words";
import { count } from "../ui/format";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { size } from "./stand";
import type { Briefs } from "./use-briefs";

/** Numbers as the reader writes them. */
const say: typeof t = (key, ...values) =>
  t(key, ...values.map((value) => (typeof value === "number" ? count(value) : value)));

interface Props {
  briefs: Briefs;
  /** Papers on screen without a gloss. */
  missing: string[];
}

/** One line under each paper: what it takes, how far it is, what came of it. */
export function GlossBar({ briefs, missing }: Props) {
  const { stand, ask, begin, cancel, resume, close } = briefs;
  switch (stand.is) {
    case "idle":
      if (missing.length === 0) return null;
      return (
        <Bar>
          <button type="button" class="button" title={t("triage_start_title")} onClick={() => ask(missing)}>
            {say("today_gloss", missing.length)}
          </button>
        </Bar>
      );
    case "asking":
      return <Bar>{t("triage_asking")}</Bar>;
    case "offer":
      return (
        <Bar>
          <p>{quoteWords(stand.quote, say).join(" ")}</p>
          <button type="button" class="button button-main" onClick={begin}>
            {stand.quote.asks ? t("triage_agree", stand.quote.provider ?? "") : t("triage_go")}
          </button>
          <button type="button" class="button" onClick={close}>
            {t("triage_no")}
          </button>
        </Bar>
      );
    case "running":
      return (
        <Bar>
          <progress aria-label={t("today_glossing")} max={stand.total} value={stand.ended} />
          <span>{stand.lost ? t("stream_lost") : say("triage_progress", stand.ended, stand.total)}</span>
          <button type="button" class="button" onClick={cancel}>
            {t("cancel")}
          </button>
        </Bar>
      );
    case "ended":
      return <Ended batch={stand.batch} resume={resume} close={close} />;
    case "refused":
      return <ProblemNote problem={stand.problem} retry={close} />;
  }
}

function Ended({
  batch,
  resume,
  close,
}: Pick<Briefs, "resume" | "close"> & { batch: Parameters<typeof size>[0] }) {
  const { done = 0, failed = 0, partial = 0 } = batch.counts;
  const whole = batch.state === "done";
  const holes = failed + partial;
  return (
    <Bar>
      <p role="status">
        {whole ? say("triage_done", done) : say("triage_stopped", done, size(batch))}{" "}
        {holes > 0 && say("triage_failed", holes)}
      </p>
      {batch.problem && <ProblemNote problem={batch.problem} />}
      {(!whole || holes > 0) && (
        <button type="button" class="button" onClick={resume}>
          {t(whole ? "try_again" : "triage_resume")}
        </button>
      )}
      <button type="button" class="link-button" onClick={close}>
        {t("close")}
      </button>
    </Bar>
  );
}

function Bar({ children }: { children: preact.ComponentChildren }) {
  return <div class="gloss-bar">{children}</div>;
}
