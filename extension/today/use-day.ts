import { useState } from "preact/hooks";
import { dayOf } from "./days";

/** The chosen day, which the address keeps; null for the newest. */
export function useDay(): [string | null, (day: string | null) => void] {
  const [day, setDay] = useState(() => dayOf(location.search));
  const go = (next: string | null) => {
    history.replaceState(null, "", next ? `?day=${next}` : location.pathname);
    setDay(next);
  };
  return [day, go];
}
