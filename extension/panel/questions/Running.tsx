import { useEffect } from "preact/hooks";
import type { Status } from "../../shared/api";
import { announce } from "../../ui/announce";
import { useBackend } from "../../ui/backend";
import { CardContext } from "../../ui/card/card-context";
import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { Answer } from "../../ui/questions/Answer";
import type { Gloss } from "../ask";
import type { Now } from "./use-asking";

interface Props {
  now: Now;
  engine: Status["engine"];
  lang: string;
  retry: () => void;
  /** Asks the same without the model. */
  search: () => void;
  leave: () => void;
  lose: (reason: unknown) => void;
}

/** The question that is being answered: its answer as it comes, or why there is none. */
export function Running({ now: { request, gloss }, lang, ...way }: Props) {
  const view = gloss.is === "view" ? gloss.view : null;
  const question = view?.card.question ?? null;
  const problem = problemOf(gloss);
  const waiting = isWaiting(gloss);
  const empty = !question || (question.claims.length === 0 && question.missing === "");
  useEffect(() => {
    if (problem) announce(t("question_failed"));
  }, [problem]);
  return (
    <li class="turn" aria-busy={waiting}>
      <h3 class="turn-question" dir="auto">
        {question?.text ?? request.question}
      </h3>
      {waiting && empty && <Looking />}
      {view && question && !empty && (
        <CardContext.Provider value={view.card}>
          <Answer question={question} lang={lang} writing={waiting} />
        </CardContext.Provider>
      )}
      {view?.lost && <p class="quiet">{t("stream_lost")}</p>}
      {problem && <ProblemNote problem={problem} retry={way.retry} />}
      {waiting ? <Stop gloss={gloss} {...way} /> : <Instead gloss={gloss} {...way} />}
    </li>
  );
}

function isWaiting(gloss: Gloss): boolean {
  return gloss.is === "asking" || (gloss.is === "view" && gloss.view.state === "running");
}

function problemOf(gloss: Gloss) {
  if (gloss.is === "refused") return gloss.problem;
  return gloss.is === "view" && gloss.view.state !== "running" ? gloss.view.card.problems[0] : undefined;
}

function Looking() {
  return (
    <>
      <p class="quiet">{t("question_thinking")}</p>
      <div class="busy-line" />
    </>
  );
}

type Way = Omit<Props, "now" | "lang"> & { gloss: Gloss };

function Stop({ gloss, leave, lose }: Way) {
  const backend = useBackend();
  const job = gloss.is === "view" ? gloss.view.job : null;
  return (
    <div class="actions">
      <button
        type="button"
        class="button"
        onClick={() => (job === null ? leave() : void backend.cancel(job).catch(lose))}
      >
        {t("cancel")}
      </button>
    </div>
  );
}

/** What can be done where there is no answer. */
function Instead({ gloss, engine, retry, search, leave, lose }: Way) {
  const backend = useBackend();
  const provider = engine.provider ?? "";
  return (
    <>
      {gloss.is === "consent" && <p>{t("question_consent", provider, engine.model)}</p>}
      <div class="actions">
        {gloss.is === "consent" && (
          <button
            type="button"
            class="button button-main"
            onClick={() => void backend.consent(provider).then(retry, lose)}
          >
            {t("consent_agree", provider)}
          </button>
        )}
        <button type="button" class="button" onClick={search}>
          {t("question_search")}
        </button>
        <button type="button" class="button" onClick={leave}>
          {t("leave_it")}
        </button>
      </div>
    </>
  );
}
