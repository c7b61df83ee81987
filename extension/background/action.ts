import { askTab } from "../shared/messages";
import { findPapers } from "./find-papers";
import { openTabFor } from "./open-panel";

/** The toolbar button: the overlay where a page of arXiv can hold one, else the panel in a tab. */
export async function onAction(tab: chrome.tabs.Tab): Promise<void> {
  const toggled = tab.id !== undefined && (await askTab(tab.id, "overlay.toggle", null).catch(() => false));
  if (!toggled) await openTabFor(await findPapers(tab));
}
