import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Backend } from "../../shared/client";
import { ProblemError } from "../../shared/problems";
import type { Picked } from "../../shared/selection";
import { askAboutSelection } from "../../shared/selection-client";
import { askAgain, type Gloss, showAndFollow, viewOfAnswer } from "../ask";

interface Asked {
  gloss: Gloss;
  /** Asks from the start, after the reader has agreed to a provider. */
  restart: () => void;
  /** Tries once more what has failed. */
  retry: () => void;
}

/** Asks about a selection, and follows the answer. */
export function useSelection(
  backend: Backend,
  picked: Picked,
  lang: string,
  lose: (reason: unknown) => void,
): Asked {
  const [gloss, setGloss] = useState<Gloss>({ is: "asking" });
  const [round, setRound] = useState(0);
  const leave = useRef(new AbortController());
  const run = (work: (signal: AbortSignal) => Promise<void>) => {
    leave.current.abort();
    const mine = new AbortController();
    leave.current = mine;
    work(mine.signal).catch((reason) => {
      if (mine.signal.aborted) return;
      if (!(reason instanceof ProblemError)) return lose(reason);
      const { problem } = reason;
      setGloss(problem.type === "consent-needed" ? { is: "consent" } : { is: "refused", problem });
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words stay the same; a new round asks again
  useEffect(() => {
    setGloss({ is: "asking" });
    run(async (signal) => {
      const view = viewOfAnswer(await askAboutSelection(backend, { ...picked, lang }));
      if (!signal.aborted) await showAndFollow(backend, view, setGloss, signal);
    });
    return () => leave.current.abort();
  }, [backend, lang, round]);
  const retry = () => {
    if (gloss.is === "view") run((signal) => askAgain(backend, gloss.view, "selection", setGloss, signal));
  };
  const restart = useCallback(() => setRound((before) => before + 1), []);
  return { gloss, restart, retry };
}
