import { useEffect } from "preact/hooks";
import { listenForShortcuts, openEvidence, pressButton, type ShortcutKey, stepTakeaway } from "./shortcuts";

/** The panel's keys, for as long as it is there. */
export function useShortcuts(showSheet: () => void): void {
  useEffect(() => {
    const stop = new AbortController();
    const run = (key: ShortcutKey) => {
      if (key === "?") showSheet();
      else if (key === "j") stepTakeaway(1);
      else if (key === "k") stepTakeaway(-1);
      else if (key === "e") openEvidence();
      else pressButton(key);
    };
    listenForShortcuts(run, stop.signal);
    return () => stop.abort();
  }, [showSheet]);
}
