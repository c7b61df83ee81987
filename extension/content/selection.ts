import { answer } from "../shared/messages";
import type { Here } from "./feature";
import { load } from "./lazy";
import type { createSelecting, Selecting } from "./selecting";

/** Offers a button at what the reader selects. What that needs is loaded with the first selection. */
export function watchSelection(here: Here): void {
  let loading: Promise<Selecting> | null = null;
  const selecting = () => {
    loading ??= load<{ createSelecting: typeof createSelecting }>("content/selecting.js").then((module) =>
      module.createSelecting(here),
    );
    return loading;
  };
  const onChange = () => {
    if (getSelection()?.isCollapsed === false && chrome.runtime?.id) void selecting();
  };
  document.addEventListener("selectionchange", onChange, { signal: here.signal });
  onChange();
  answer({ "selection.open": async ({ task }) => (await selecting()).open(task) }, here.signal);
}
