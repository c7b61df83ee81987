import { askTab } from "../shared/messages";
import type { CurrentPage } from "./current-page";

/** Opens a page of ours beside the reader's, and leaves. */
export function openTab(path: string): void {
  void chrome.tabs.create({ url: path }).then(() => window.close());
}

/** A saved card or a paper, in the panel. */
export function openPanel(what: { card: string } | { paper: string }): void {
  openTab(`/panel/panel.html?${new URLSearchParams(what)}`);
}

/** The page's paper: over the page where it can hold the overlay, else in a tab. */
export async function openPage({ tab, paper }: CurrentPage): Promise<void> {
  const shown = await askTab(tab, "overlay.open", { paper }).catch(() => false);
  if (shown) window.close();
  else openPanel({ paper });
}
