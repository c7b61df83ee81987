import { useEffect } from "preact/hooks";
import { announce } from "../../ui/announce";
import { languageName } from "../../ui/format";
import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { Said } from "../../ui/selection/Said";
import type { GlossView } from "../gloss-view";
import { Actions } from "./Actions";

interface Props {
  view: GlossView;
  retry: () => void;
  lose: (reason: unknown) => void;
}

/** The answer while it is written and when it is there, with what is to be said about it. */
export function Answer({ view, retry, lose }: Props) {
  const { card, state, lost } = view;
  const running = state === "running" && !isOver(view);
  const selection = card.selection ?? null;
  const problem = card.problems.find(({ stage }) => stage === "selection" || stage === null);
  useEffect(() => {
    if (!running && view.live) announce(t(problem ? "selection_failed" : "selection_done"));
  }, [running, view.live, problem]);
  const empty = !selection || (selection.sentences.length === 0 && selection.answer === "");
  return (
    <>
      <main class="bubble-main" aria-busy={running}>
        {running && empty && <div class="busy-line" />}
        {selection?.same_language && <p>{t("selection_same", languageName(selection.lang))}</p>}
        {selection && !(empty && running) && <Said selection={selection} writing={running} />}
        {!running && problem && <ProblemNote problem={problem} retry={retry} />}
        {lost && <p class="quiet">{t("stream_lost")}</p>}
      </main>
      {!running && !empty && <Actions card={card} lose={lose} />}
    </>
  );
}

/** The answer is there before the job ends, which may still ask arXiv about the paper. */
function isOver({ stages }: GlossView): boolean {
  const state = stages.selection?.state;
  return state === "done" || state === "failed";
}
