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
  /** Of an earlier day: how many records of arXiv's were looked at so far. */
  lookedAt: number;
  /** The day of the newest announcements; null until it is known. */
  newest: string | null;
  reload: () => void;
}

/** The papers of a day, or of a place. A null day is the newest. */
export function useList(
  backend: Backend,
  place: Place | null,
  day: string | null,
  lang: string | null,
  lose: (reason: unknown) => void,
): Listed {
  const [list, setList] = useState<TodayList | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [lookedAt, setLookedAt] = useState(0);
  const [newest, setNewest] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is the page's address; a new round asks again
  useEffect(() => {
    let current = true;
    setList(null);
    setProblem(null);
    setLookedAt(0);
    const fail = (reason: unknown) =>
      reason instanceof ProblemError ? setProblem(reason.problem) : lose(reason);
    const done = (answer: TodayList) => {
      if (!current) return;
      setList(answer);
      if (!day) setNewest(answer.date);
    };
    const told = (records: number) => {
      if (current) setLookedAt(records);
      return current;
    };
    (place ? chosenPapers(backend, place.papers, lang) : wholeDay(backend, lang, day, told)).then(
      done,
      (reason) => current && fail(reason),
    );
    return () => {
      current = false;
    };
  }, [backend, day, lang, round, lose]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { list, problem, lookedAt, newest, reload };
}

/** arXiv tells of an earlier day bit by bit: it is asked on while `told` says that somebody waits. */
async function wholeDay(
  backend: Backend,
  lang: string | null,
  day: string | null,
  told: (records: number) => boolean,
): Promise<TodayList> {
  for (;;) {
    const list = await todaysPapers(backend, lang, day);
    if (list.looked_at === null || !told(list.looked_at)) return list;
  }
}
