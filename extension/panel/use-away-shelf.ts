import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PaperView } from "../shared/api";
import { markAway, writeAway } from "../shared/away";
import { keptPaper } from "../shared/kept";
import type { Shelf } from "./use-shelf";

/** The marks of a kept paper while the backend is off; what is changed is sent when it is back. Null until read. */
export function useAwayShelf(id: string | null): Shelf | null {
  const [paper, setPaper] = useState<PaperView | null>(null);
  const last = useRef<Promise<PaperView | null>>(Promise.resolve(null));
  useEffect(() => {
    let alive = true;
    setPaper(null);
    last.current = id ? keptPaper(id) : Promise.resolve(null);
    void last.current.then((found) => alive && setPaper(found));
    return () => {
      alive = false;
    };
  }, [id]);

  return useMemo(() => {
    if (!paper) return null;
    /** One after the other: each change adds to what the one before it made. */
    const change = async (work: (before: PaperView) => Promise<PaperView>): Promise<boolean> => {
      last.current = last.current.then((before) => before && work(before));
      setPaper(await last.current);
      return true;
    };
    return {
      paper,
      problem: null,
      mark: (request) => void change((before) => markAway(before, request)),
      write: (body, note) => change((before) => writeAway(before, body, note)),
      erase: null,
      discard: null,
      undo: null,
    };
  }, [paper]);
}
