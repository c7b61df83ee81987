import { useCallback, useEffect, useState } from "preact/hooks";
import type { Card, PaperEntry, PaperView, ProblemDocument } from "../shared/api";
import type { Backend } from "../shared/client";
import { notePaperOpened } from "../shared/library-client";
import { savedPaper } from "../shared/paper-client";
import { ProblemError } from "../shared/problems";

/** The paper that is open. */
export interface Opened {
  /** Null: none is, or it has not come yet. */
  paper: PaperView | null;
  /** Its newest card; null for a paper that was only imported. */
  card: Card | null;
  problem: ProblemDocument | null;
  put: (paper: PaperEntry) => void;
  reload: () => void;
}

/** Whoever steps through the list quickly opens only the paper where they stop. */
const STEPPING_MS = 120;

/** Fetches a paper and its card, and notes that it was opened. */
export function usePaper(backend: Backend, id: string | null, lose: (reason: unknown) => void): Opened {
  const [paper, setPaper] = useState<PaperView | null>(null);
  const [card, setCard] = useState<Card | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setProblem(null);
    if (!id) return setPaper(null);
    const timer = setTimeout(
      () => void notePaperOpened(backend, id).catch(() => undefined),
      STEPPING_MS * 10,
    );
    return () => clearTimeout(timer);
  }, [backend, id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    if (!id) return;
    let alive = true;
    const fetchIt = async () => {
      const view = await savedPaper(backend, id);
      const newest = view.card_id ? await backend.card(view.card_id) : null;
      if (!alive) return;
      setPaper(view);
      setCard(newest);
      setProblem(null);
    };
    const fail = (reason: unknown) => {
      if (!alive) return;
      setPaper(null);
      if (reason instanceof ProblemError) setProblem(reason.problem);
      else lose(reason);
    };
    const timer = setTimeout(() => fetchIt().catch(fail), STEPPING_MS);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [backend, id, round, lose]);
  const put = useCallback(
    (entry: PaperEntry) => setPaper((before) => (before?.id === entry.id ? { ...before, ...entry } : before)),
    [],
  );
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { paper, card, problem, put, reload };
}
