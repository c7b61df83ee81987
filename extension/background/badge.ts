/** A long job has ended while nobody looked: a mark on the toolbar button, and in its tooltip which one. */
export async function showEnded(title: string): Promise<void> {
  await chrome.action.setBadgeText({ text: "✓" });
  await chrome.action.setTitle({ title: chrome.i18n.getMessage("ended_title", title) });
}

/** The reader has looked. */
export async function clearEnded(): Promise<void> {
  await chrome.action.setBadgeText({ text: "" });
  await chrome.action.setTitle({ title: chrome.i18n.getMessage("action_title") });
}
