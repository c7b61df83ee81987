import { useEffect, useRef, useState } from "preact/hooks";
import type { JobView, QuestionRequest } from "../../shared/api";
import type { Backend } from "../../shared/client";
import { ProblemError } from "../../shared/problems";
import { askPaper } from "../../shared/question-client";
import { askAgain, type Gloss, showAndFollow, viewOfAnswer } from "../ask";
import { viewOfJob } from "../gloss-view";

/** The question that is being answered now. */
export interface Now {
  request: QuestionRequest;
  gloss: Gloss;
}

interface Asking {
  now: Now | null;
  ask: (request: QuestionRequest) => void;
  /** Follows what is being answered already, unless another question is. */
  join: (request: QuestionRequest, job: JobView) => void;
  /** Tries once more what has failed. */
  retry: () => void;
  leave: () => void;
}

/** Asks, follows the answer, and tells `onKept` the id of its card once the library has it. */
export function useAsking(
  backend: Backend,
  onKept: (cardId: string) => Promise<unknown>,
  lose: (reason: unknown) => void,
): Asking {
  const [now, setNow] = useState<Now | null>(null);
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  type Show = (gloss: Gloss) => void;
  const run = (request: QuestionRequest, work: (show: Show, signal: AbortSignal) => Promise<void>) => {
    leaving.current.abort();
    const mine = new AbortController();
    leaving.current = mine;
    let last: Gloss = { is: "asking" };
    const show = (gloss: Gloss) => {
      last = gloss;
      setNow({ request, gloss });
    };
    const done = async () => {
      if (last.is !== "view" || mine.signal.aborted || last.view.state === "running") return;
      const { card, state } = last.view;
      const answered = card.question && card.question.answered !== "pending";
      if (answered) await onKept(card.id);
      if (answered || state === "cancelled") setNow(null);
    };
    work(show, mine.signal)
      .then(done)
      .catch((reason) => {
        if (mine.signal.aborted) return;
        if (!(reason instanceof ProblemError)) return lose(reason);
        const { problem } = reason;
        show(problem.type === "consent-needed" ? { is: "consent" } : { is: "refused", problem });
      });
  };
  const ask = (request: QuestionRequest) =>
    run(request, async (show, signal) => {
      show({ is: "asking" });
      const view = viewOfAnswer(await askPaper(backend, request));
      if (!signal.aborted) await showAndFollow(backend, view, show, signal);
    });
  const join = (request: QuestionRequest, job: JobView) => {
    if (now === null) run(request, (show, signal) => showAndFollow(backend, viewOfJob(job), show, signal));
  };
  const retry = () => {
    if (now?.gloss.is === "view") {
      const { view } = now.gloss;
      run(now.request, (show, signal) => askAgain(backend, view, "question", show, signal));
    } else if (now) ask(now.request);
  };
  const leave = () => {
    leaving.current.abort();
    setNow(null);
  };
  return { now, ask, join, retry, leave };
}
