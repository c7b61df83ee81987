import { idWithVersion, parseArxivId } from "../arxiv/identifier";
import { kindOf } from "../arxiv/kinds";
import { arxivPage } from "../arxiv/pages";
import { askTab } from "../shared/messages";
import { type Picked, selectionPage, type Task } from "../shared/selection";

/** Where `chrome.sidePanel` and Firefox's `sidebarAction` differ: the one names tabs, the other the window. */
declare global {
  namespace chrome {
    const sidebarAction:
      | { setPanel(options: { tabId: number; panel: string }): Promise<void>; open(): Promise<void> }
      | undefined;
  }
}

type Tab = chrome.tabs.Tab | undefined;

/**
 * The context menu over a selection: the bubble on arXiv's own pages, else the side panel or a tab. Which of
 * them is decided before anything is waited for, as a side panel opens only during the press itself.
 */
export async function onSelectionMenu(task: Task, info: chrome.contextMenus.OnClickData, tab: Tab) {
  const address = info.pageUrl ?? tab?.url ?? "";
  const picked = pickedFrom(task, info.selectionText ?? "", address, tab);
  if (!canHoldBubble(address)) return openBeside(picked, tab);
  const opened = tab?.id !== undefined && askTab(tab.id, "selection.open", { task }).catch(() => false);
  if (!(await opened)) await openTab(picked);
}

/** The shortcut: the same, with what the page says is selected. */
export async function onShortcut(name: string, tab: Tab): Promise<void> {
  if (name !== "translate-selection" || tab?.id === undefined) return;
  const opened = await askTab(tab.id, "selection.open", { task: "translate" }).catch(() => false);
  if (opened) return;
  const target = { tabId: tab.id };
  const func = () => String(getSelection());
  const [said] = await chrome.scripting.executeScript({ target, func }).catch(() => []);
  if (said?.result) await openTab(pickedFrom("translate", said.result, tab.url ?? "", tab));
}

function canHoldBubble(address: string): boolean {
  return arxivPage(address) !== null && kindOf(new URL(address).pathname) !== "pdf";
}

function pickedFrom(task: Task, text: string, address: string, tab: Tab): Picked {
  const paper = arxivPage(address)?.paper ?? parseArxivId(address);
  const title = tab?.title ?? "";
  return { task, text, before: "", after: "", title, paper: paper ? idWithVersion(paper) : null };
}

async function openBeside(picked: Picked, tab: Tab): Promise<void> {
  const path = selectionPage(picked);
  const shown = tab?.id === undefined ? Promise.reject() : showBeside(path, tab.id);
  await shown.catch(() => openTab(picked));
}

function showBeside(path: string, tabId: number): Promise<unknown> {
  if (chrome.sidePanel) {
    const set = chrome.sidePanel.setOptions({ tabId, path, enabled: true });
    return Promise.all([set, chrome.sidePanel.open({ tabId })]);
  }
  if (!chrome.sidebarAction) return Promise.reject();
  const set = chrome.sidebarAction.setPanel({ tabId, panel: `/${path}` });
  return Promise.all([set, chrome.sidebarAction.open()]);
}

/** A path: `getURL` would give the changing address that Chrome keeps for frames and blocks in tabs. */
async function openTab(picked: Picked): Promise<void> {
  await chrome.tabs.create({ url: `/${selectionPage(picked)}` });
}
