import { listedEntries } from "../arxiv/entries";
import { readSetting } from "../shared/settings";
import type { Here } from "./feature";
import { load } from "./lazy";
import type { startTriage } from "./triage";

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
  const button = document.createElement("button");
  button.textContent = chrome.i18n.getMessage("triage_start");
  button.title = chrome.i18n.getMessage("triage_start_title");
  holder.append(button);
  list.before(holder);
  signal.addEventListener("abort", () => holder.remove());

  const start = async (again: boolean) => {
    if (!chrome.runtime?.id) return location.reload();
    const module = await load<{ startTriage: typeof startTriage }>("content/triage.js");
    if (holder.isConnected) module.startTriage(holder, again, signal);
  };
  button.addEventListener("click", () => start(false), { once: true });
  void readSetting("triaged").then((labels) => {
    if (labels.includes(location.pathname + location.search)) void start(true);
  });
}
