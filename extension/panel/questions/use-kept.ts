import { useCallback, useEffect, useState } from "preact/hooks";
import type { QuestionList } from "../../shared/api";
import type { Backend } from "../../shared/client";
import { discardSaying, undoChange } from "../../shared/library-client";

interface Kept extends QuestionList {
  /** Reads the list again; resolves with it. */
  reload: () => Promise<QuestionList | null>;
  remove: (id: string) => void;
  /** Takes the last deletion back; null where there is none. */
  undo: (() => void) | null;
}

const NOTHING: QuestionList = { papers: [], questions: [], running: null, suggestions: [] };

/** The questions that the library holds, as `read` asks for them. */
export function useKeptQuestions(
  backend: Backend,
  read: () => Promise<QuestionList>,
  lose: (reason: unknown) => void,
): Kept {
  const [list, setList] = useState<QuestionList>(NOTHING);
  const [undo, setUndo] = useState<string | null>(null);
  const reload = useCallback(async () => {
    try {
      const next = await read();
      setList(next);
      return next;
    } catch (reason) {
      lose(reason);
      return null;
    }
  }, [read, lose]);
  useEffect(() => void reload(), [reload]);
  const change = (work: Promise<string | null>) =>
    void work.then((next) => {
      setUndo(next);
      return reload();
    }, lose);
  return {
    ...list,
    reload,
    remove: (id) => change(discardSaying(backend, id).then(({ undo }) => undo)),
    undo: undo === null ? null : () => change(undoChange(backend, undo).then(() => null)),
  };
}
