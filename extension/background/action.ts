import { askTab } from "../shared/messages";
import { findPapers } from "./find-papers";
import { openTabFor } from "./open-panel";
import { openOverview } from "./overview";

/**
 * The toolbar button: the overlay where a page of arXiv can hold one, else the panel in a tab; on a page
 * without a paper the overview.
 */
export async function onAction(tab: chrome.tabs.Tab): Promise<void> {
  const toggled = tab.id !== undefined && (await askTab(tab.id, "overlay.toggle", null).catch(() => false));
  if (toggled) return;
  const papers = await findPapers(tab);
  if (papers.length > 0 || !(await openOverview())) await openTabFor(papers);
}
