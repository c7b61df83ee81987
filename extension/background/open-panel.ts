import { askTab } from "../shared/messages";
import type { Named } from "./find-papers";

/** Shows a paper in the overlay where the tab's page can hold one, else in a new tab. */
export async function openPaper(tab: chrome.tabs.Tab | undefined, paper: string): Promise<void> {
  const asked = tab?.id !== undefined && askTab(tab.id, "overlay.open", { paper }).catch(() => false);
  if (!(await asked)) await openTab([["paper", paper]]);
}

/** Shows the one paper, asks which of several, or shows the saved papers where there is none. */
export async function openTabFor(papers: Named[]): Promise<void> {
  const [first, ...others] = papers;
  if (!first) await openTab([["view", "library"]]);
  else if (others.length === 0) await openTab([["paper", first.paper]]);
  else await openTab(papers.map(({ paper, label }) => ["choose", `${paper} ${label}`]));
}

/** A path: `getURL` would give the changing address that Chrome keeps for frames and blocks in tabs. */
async function openTab(query: string[][]): Promise<void> {
  await chrome.tabs.create({ url: `/panel/panel.html?${new URLSearchParams(query)}` });
}
