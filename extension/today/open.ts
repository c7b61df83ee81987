/** Opens the panel for a paper in a tab of its own; it glosses the whole paper. */
export function openPanel(paper: string): void {
  void chrome.tabs.create({ url: `/panel/panel.html?${new URLSearchParams({ paper })}` });
}
