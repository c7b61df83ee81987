import { idWithVersion, parseArxivId } from "../arxiv/identifier";
import { arxivPage } from "../arxiv/pages";
import { collectMentions, type Mentions } from "./mentions";

/** A paper that a page names, and how the page calls it (may be empty). */
export interface Named {
  paper: string;
  label: string;
}

/** More would be a list that nobody reads. */
const MOST = 20;

/**
 * The papers that a tab is about: by its address, else by what the page says of itself, else all that
 * it links to or writes out. Reads the page only where the press of the reader allows it (`activeTab`).
 */
export async function findPapers(tab: chrome.tabs.Tab): Promise<Named[]> {
  const byAddress = read(tab.url ?? "");
  if (byAddress) return [{ paper: byAddress, label: tab.title ?? "" }];
  // Lists of arXiv's have a button at each paper.
  if (arxivPage(tab.url ?? "")) return [];
  const mentions = await mentionsIn(tab);
  return mentions ? namedIn(mentions) : [];
}

/** What to offer of the mentions: one paper where the page says which it is, else each one once. */
function namedIn({ own, others }: Mentions): Named[] {
  const first = own.map(read).find((paper) => paper !== null);
  if (first) return [{ paper: first, label: "" }];
  const labels = new Map<string, string>();
  for (const [place, label] of others) {
    const paper = read(place);
    if (paper && label.length >= (labels.get(paper) ?? "").length) labels.set(paper, label);
  }
  return [...labels].slice(0, MOST).map(([paper, label]) => ({ paper, label }));
}

function read(text: string): string | null {
  const found = parseArxivId(text);
  return found && idWithVersion(found);
}

/** Null where scripts may not run: the browser's own pages, its store, Firefox's PDF viewer. */
async function mentionsIn(tab: chrome.tabs.Tab): Promise<Mentions | null> {
  if (tab.id === undefined) return null;
  const target = { tabId: tab.id };
  const results = await chrome.scripting.executeScript({ target, func: collectMentions }).catch(() => []);
  return results[0]?.result ?? null;
}
