import { useCallback, useEffect, useState } from "preact/hooks";
import type { ProblemDocument, TodayList } from "../shared/api";
import type { Backend } from "../shared/client";
import { ProblemError } from "../shared/problems";
import { chosenPapers, todaysPapers } from "../shared/today-client";
import type { Place } from "../shared/today-place";

export interface Listed {
  /** Null until arXiv has told. */
  list: TodayList | null;
  problem: ProblemDocument | null;
  reload: () => void;
}

/** The papers of the day, or of a place. */
export function useList(
  backend: Backend,
  place: Place | null,
  lang: string | null,
  lose: (reason: unknown) => void,
): Listed {
  const [list, setList] = useState<TodayList | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is the page's address; a new round asks again
  useEffect(() => {
    let current = true;
    setList(null);
    setProblem(null);
    const fail = (reason: unknown) =>
      reason instanceof ProblemError ? setProblem(reason.problem) : lose(reason);
    (place ? chosenPapers(backend, place.papers, lang) : todaysPapers(backend, lang)).then(
      (answer) => current && setList(answer),
      (reason) => current && fail(reason),
    );
    return () => {
      current = false;
    };
  }, [backend, lang, round, lose]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { list, problem, reload };
}
