import { openTabFor } from "./open-panel";

const NAME = "ended-";

/** Tells of a job that has ended in `tab`, where the reader has allowed notifications (on the options page). */
export async function notifyEnded(title: string, tab: number | undefined): Promise<void> {
  if (!(await chrome.permissions.contains({ permissions: ["notifications"] }))) return;
  await chrome.notifications.create(`${NAME}${tab ?? ""}`, {
    type: "basic",
    iconUrl: "/icons/128.png",
    title: "PaperGloss",
    message: chrome.i18n.getMessage("ended_title", title),
  });
}

/** Hears presses on notifications, now and from the moment that they are allowed: before there is no such API. */
export function hearPresses(): void {
  chrome.notifications?.onClicked.addListener(onPress);
  chrome.permissions.onAdded.addListener(() => chrome.notifications?.onClicked.addListener(onPress));
}

/** Brings the tab with the finished paper to the front; where it is closed, the saved papers. */
async function onPress(name: string): Promise<void> {
  void chrome.notifications.clear(name);
  const tab = Number(name.slice(NAME.length) || Number.NaN);
  try {
    const shown = await chrome.tabs.update(tab, { active: true });
    if (shown) await chrome.windows.update(shown.windowId, { focused: true });
  } catch {
    await openTabFor([]);
  }
}
