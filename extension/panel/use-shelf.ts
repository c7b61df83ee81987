import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PaperRequest, PaperView, ProblemDocument, Saying } from "../shared/api";
import type { Backend } from "../shared/client";
import { discardSaying, undoChange } from "../shared/library-client";
import { marked } from "../shared/marking";
import { hear } from "../shared/news";
import { addNote, changeNote, markPaper, removeNote, savedPaper } from "../shared/paper-client";
import { ProblemError } from "../shared/problems";

type Note = PaperView["notes"][number];

/** The reader's own marks on the paper on screen. */
export interface Shelf {
  paper: PaperView;
  /** Why the last change was not kept; what is shown is what is stored. */
  problem: ProblemDocument | null;
  mark: (request: PaperRequest) => void;
  /** Resolves with whether the note was kept. */
  write: (body: string, note: Note | null) => Promise<boolean>;
  /** Null while the backend is off. */
  erase: ((note: Note) => void) | null;
  /** Deletes a kept passage; null while the backend is off. */
  discard: ((saying: Saying) => void) | null;
  /** Takes the last deletion of a passage back; null where there is none. */
  undo: (() => void) | null;
}

/** The marks of a saved paper, shown at once and taken back where they could not be kept; null until read. */
export function useShelf(
  backend: Backend | null,
  id: string | null,
  lose: (reason: unknown) => void,
  /** Read again when this changes: what was changed while the backend was off has been sent. */
  sent: number,
): Shelf | null {
  const [paper, setPaper] = useState<PaperView | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [undo, setUndo] = useState<string | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const stored = useRef<PaperView | null>(null);

  const keep = useCallback((view: PaperView | null) => {
    stored.current = view;
    setPaper(view);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `sent` is no part of the question, only its moment
  useEffect(() => {
    keep(null);
    setProblem(null);
    setUndo(null);
    if (!backend || !id) return;
    let alive = true;
    savedPaper(backend, id).then(
      (view) => alive && keep(view),
      // Where a paper is not in the library, there is nothing to mark.
      (reason) => alive && !(reason instanceof ProblemError) && lose(reason),
    );
    return () => {
      alive = false;
    };
  }, [backend, id, lose, keep, sent]);

  /** One after the other: each change rests on the revision that the one before it made. */
  const change = useCallback(
    (work: (before: PaperView, backend: Backend) => Promise<PaperView>): Promise<boolean> => {
      const done = queue.current.then(async () => {
        if (!backend || !id || stored.current?.id !== id) return false;
        try {
          keep(await work(stored.current, backend));
          setProblem(null);
          return true;
        } catch (reason) {
          if (!(reason instanceof ProblemError)) lose(reason);
          else {
            setProblem(reason.problem);
            await savedPaper(backend, id).then(keep, lose);
          }
          return false;
        }
      });
      queue.current = done;
      return done;
    },
    [backend, id, lose, keep],
  );

  useEffect(() => {
    const stop = new AbortController();
    const reread = () => void change((before, backend) => savedPaper(backend, before.id));
    hear("selection-kept", reread, stop.signal);
    return () => stop.abort();
  }, [change]);

  return useMemo(() => {
    if (!paper || !backend || !id) return null;
    return {
      paper,
      problem,
      mark: (request) => {
        setPaper(marked(paper, request));
        const { starred, state } = request;
        const rests = starred !== undefined || state !== undefined;
        void change(async (before) => {
          const based_on = rests ? before.revision : null;
          return { ...before, ...(await markPaper(backend, id, { ...request, based_on })) };
        });
      },
      write: (body, note) =>
        change(async (before) => {
          const kept = await (note ? changeNote(backend, note, body) : addNote(backend, id, { body }));
          const others = before.notes.filter((known) => known.id !== kept.id);
          return {
            ...before,
            notes: note ? before.notes.map((n) => (n.id === kept.id ? kept : n)) : [...others, kept],
          };
        }),
      erase: (note) =>
        void change(async (before) => {
          await removeNote(backend, note.id);
          return { ...before, notes: before.notes.filter(({ id: known }) => known !== note.id) };
        }),
      discard: (saying) =>
        void change(async (before) => {
          setUndo((await discardSaying(backend, saying.id)).undo);
          return { ...before, sayings: before.sayings.filter(({ id: known }) => known !== saying.id) };
        }),
      undo:
        undo === null
          ? null
          : () =>
              void change(async (before) => {
                await undoChange(backend, undo);
                setUndo(null);
                return savedPaper(backend, before.id);
              }),
    };
  }, [paper, problem, undo, backend, id, change]);
}
