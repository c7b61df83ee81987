import { useEffect, useState } from "preact/hooks";
import { searchOf, type View, viewOf } from "./view";

interface Place {
  view: View;
  look: (view: Partial<View>) => void;
  /** The paper that is open; null: none. */
  paper: string | null;
  open: (paper: string | null) => void;
}

/** What is listed and what is open, kept in the address, so that a reload shows the same. */
export function useView(): Place {
  const [view, setView] = useState(() => viewOf(location.search));
  const [paper, open] = useState(() => new URLSearchParams(location.search).get("paper"));
  useEffect(() => {
    history.replaceState(null, "", searchOf(view, paper));
  }, [view, paper]);
  return { view, paper, open, look: (change) => setView((before) => ({ ...before, ...change })) };
}
