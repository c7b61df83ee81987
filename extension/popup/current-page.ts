import { idWithVersion, parseArxivId } from "../arxiv/identifier";

/** The paper that the tab under the popup is about, as its address says. */
export interface CurrentPage {
  tab: number;
  paper: string;
  title: string;
}

/** Null where the address names no paper. The press that opened the popup lets us see it (`activeTab`). */
export async function currentPage(): Promise<CurrentPage | null> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const paper = parseArxivId(tab?.url ?? "");
  if (tab?.id === undefined || !paper) return null;
  return { tab: tab.id, paper: idWithVersion(paper), title: tab.title ?? "" };
}
