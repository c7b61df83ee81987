import hosts from "../arxiv/hosts.json";
import { idWithVersion, parseArxivId } from "../arxiv/identifier";
import { findPapers } from "./find-papers";
import { openPaper, openTabFor } from "./open-panel";
import { openOverview } from "./overview";
import { onSelectionMenu } from "./selection";

type Info = chrome.contextMenus.OnClickData;
type Tab = chrome.tabs.Tab | undefined;

interface Item {
  title: string;
  contexts: [`${chrome.contextMenus.ContextType}`];
  /** Where it is offered; without them everywhere. */
  documentUrlPatterns?: string[];
  targetUrlPatterns?: string[];
  run(info: Info, tab: Tab): Promise<void>;
}

const OF_PAPERS = [
  ...hosts.arxiv.flatMap((host) => ["abs", "pdf", "html"].map((kind) => `https://${host}/${kind}/*`)),
  "https://*.alphaxiv.org/*",
  "https://huggingface.co/papers/*",
  "https://doi.org/10.48550/*",
];

/** Everything that we add to the browser's context menu, by id. */
const ITEMS: Record<string, Item> = {
  overview: {
    title: "menu_overview",
    contexts: ["action"],
    run: async () => {
      if (!(await openOverview())) await openTabFor([]);
    },
  },
  "paper-link": {
    title: "menu_link",
    contexts: ["link"],
    targetUrlPatterns: OF_PAPERS,
    run: async ({ linkUrl = "" }, tab) => {
      const paper = parseArxivId(linkUrl);
      if (paper) await openPaper(tab, idWithVersion(paper));
    },
  },
  "paper-page": {
    title: "menu_page",
    contexts: ["page"],
    documentUrlPatterns: ["https://*/*", "http://*/*"],
    run: async (_info, tab) => {
      const papers = tab ? await findPapers(tab) : [];
      if (papers[0] && papers.length === 1) await openPaper(tab, papers[0].paper);
      else await openTabFor(papers);
    },
  },
  "selection-translate": {
    title: "menu_translate",
    contexts: ["selection"],
    run: (info, tab) => onSelectionMenu("translate", info, tab),
  },
  "selection-explain": {
    title: "menu_explain",
    contexts: ["selection"],
    run: (info, tab) => onSelectionMenu("explain", info, tab),
  },
};

/** Adds the items; once after each install and update, as the browser keeps them. */
export function createMenus(): void {
  for (const [id, { run: _run, title, ...item }] of Object.entries(ITEMS))
    chrome.contextMenus.create({ id, title: chrome.i18n.getMessage(title), ...item });
}

export function onMenu(info: Info, tab: Tab): void {
  void ITEMS[info.menuItemId]?.run(info, tab);
}
