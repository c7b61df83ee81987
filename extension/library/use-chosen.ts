import { useCallback, useEffect, useState } from "preact/hooks";
import type { View } from "./view";

/** The papers that the next change concerns. */
export interface Chosen {
  ids: ReadonlySet<string>;
  /** All that the view lists, also what has not been fetched. */
  all: boolean;
  toggle: (id: string) => void;
  takeAll: () => void;
  clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** What is chosen; nothing is where another view is listed. */
export function useChosen(view: View): Chosen {
  const [ids, setIds] = useState(NONE);
  const [all, setAll] = useState(false);
  const clear = useCallback(() => {
    setIds(NONE);
    setAll(false);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen belongs to one view
  useEffect(clear, [view, clear]);
  const toggle = useCallback((id: string) => {
    setAll(false);
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  return { ids, all, toggle, takeAll: () => setAll(true), clear };
}
