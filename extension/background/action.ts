import { idWithVersion } from "../arxiv/identifier";
import { arxivPage } from "../arxiv/pages";
import { askTab } from "../shared/messages";

/** The toolbar button: the overlay where a page of arXiv can hold one, else the panel in a tab. */
export async function onAction(tab: chrome.tabs.Tab): Promise<void> {
  const toggled = tab.id !== undefined && (await askTab(tab.id, "overlay.toggle", null).catch(() => false));
  if (!toggled) await chrome.tabs.create({ url: panelFor(tab.url) });
}

/** A path: `getURL` would give the changing address that Chrome keeps for frames and blocks in tabs. */
function panelFor(address: string | undefined): string {
  const paper = address ? arxivPage(address)?.paper : null;
  const query = new URLSearchParams(paper ? { paper: idWithVersion(paper) } : { view: "library" });
  return `/panel/panel.html?${query}`;
}
