import { listedEntries } from "../arxiv/entries";
import { readSetting } from "../shared/settings";
import type { Here } from "./feature";
import { load } from "./lazy";
import type { startTriage } from "./triage";
import { triageLink } from "./triage-link";

const ID = "papergloss-triage";

/**
 * Puts “Gloss this page” before the first list of papers. The rest is loaded when it is pressed, or at
 * once where the reader has pressed it on this page before.
 */
export function insertTriageButton({ signal }: Here): void {
  document.getElementById(ID)?.remove();
  const list = listedEntries(document).next().value?.linksElement.closest("dl,ol");
  if (!list) return;
  const holder = document.createElement("div");
  holder.id = ID;
  holder.style.cssText = "margin:.6em 0";
  list.before(holder);
  signal.addEventListener("abort", () => holder.remove());

  let started = false;
  const start = async (again: boolean) => {
    if (started) return;
    started = true;
    if (!chrome.runtime?.id) return location.reload();
    const module = await load<{ startTriage: typeof startTriage }>("content/triage.js");
    if (holder.isConnected) module.startTriage(holder, again, signal);
  };
  holder.append(triageLink(() => start(false)));
  void readSetting("triaged").then((labels) => {
    if (labels.includes(location.pathname + location.search)) void start(true);
  });
}
