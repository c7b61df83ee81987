import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { PaperEntry, PaperGroup, ProblemDocument } from "../shared/api";
import type { Backend } from "../shared/client";
import { findPapers } from "../shared/library-client";
import { ProblemError } from "../shared/problems";
import { utcOffset, type View } from "./view";

/** Lines that are fetched at once. */
const PAGE = 100;
/** Typing faster than this asks once. */
const TYPING_MS = 60;

/** What a view lists, as far as it has been fetched. */
export interface Found {
  view: View;
  total: number;
  more: boolean;
  groups: readonly PaperGroup[] | null;
  lines: ReadonlyMap<number, PaperEntry>;
}

export interface Papers {
  /** Null until the first answer. */
  found: Found | null;
  problem: ProblemDocument | null;
  /** Fetches what is missing of these lines. */
  want: (first: number, end: number) => void;
  /** Shows a paper as it is now, wherever it stands in the list. */
  put: (entry: PaperEntry) => void;
  /** Asks anew; what is on screen stays until the answer is there. */
  reload: () => void;
}

/** The lines of a view, fetched as they come near the screen. */
export function usePapers(backend: Backend, view: View, lose: (reason: unknown) => void): Papers {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [round, setRound] = useState(0);
  const asked = useRef(new Set<number>());
  const wanted = useRef(0);
  const shown = useRef<View | null>(null);
  const first = shown.current === null;

  const fail = useCallback(
    (reason: unknown) => (reason instanceof ProblemError ? setProblem(reason.problem) : lose(reason)),
    [lose],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    let alive = true;
    const start = async () => {
      const page = shown.current === view ? wanted.current : 0;
      const answer = await ask(backend, view, page);
      if (!alive) return;
      shown.current = view;
      wanted.current = page;
      asked.current = new Set([page]);
      setProblem(null);
      setFound({ view, ...answer, lines: linesFrom(page, answer.papers) });
    };
    const timer = setTimeout(() => start().catch((reason) => alive && fail(reason)), first ? 0 : TYPING_MS);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [backend, view, round, fail]);

  const want = useCallback(
    (from: number, end: number) => {
      wanted.current = Math.floor(from / PAGE);
      for (let page = wanted.current; page * PAGE < end; page += 1) {
        if (shown.current !== view || asked.current.has(page)) continue;
        const pages = asked.current.add(page);
        ask(backend, view, page).then(
          ({ papers }) =>
            pages === asked.current && setFound((before) => before && withLines(before, page, papers)),
          (reason) => {
            pages.delete(page);
            fail(reason);
          },
        );
      }
    },
    [backend, view, fail],
  );
  const put = useCallback(
    (entry: PaperEntry) =>
      setFound((before) => before && { ...before, lines: replaced(before.lines, entry) }),
    [],
  );
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { found, problem, want, put, reload };
}

function ask(backend: Backend, view: View, page: number) {
  return findPapers(backend, { ...view, offset: page * PAGE, limit: PAGE, utc_offset: utcOffset() });
}

function linesFrom(page: number, papers: readonly PaperEntry[]): Map<number, PaperEntry> {
  return new Map(papers.map((entry, index) => [page * PAGE + index, entry]));
}

function withLines(found: Found, page: number, papers: readonly PaperEntry[]): Found {
  return { ...found, lines: new Map([...found.lines, ...linesFrom(page, papers)]) };
}

/** The changed paper in the place of the old one; where a search found its words stays marked. */
function replaced(lines: Found["lines"], entry: PaperEntry): Map<number, PaperEntry> {
  return new Map(
    [...lines].map(([index, old]) => [
      index,
      old.id === entry.id ? { ...old, ...entry, marks: old.marks } : old,
    ]),
  );
}
