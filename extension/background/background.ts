import { answer, askTab } from "../shared/messages";
import { todayPath } from "../shared/today-place";
import { onAction } from "./action";
import { clearEnded, showEnded } from "./badge";
import { errands } from "./errands";
import { onInstalled } from "./installed";
import { createMenus, onMenu } from "./menus";
import { hearPresses, notifyEnded } from "./notification";
import { openPairing } from "./pairing";
import { onShortcut } from "./selection";
import { onSettings } from "./unpaired";

chrome.action.onClicked.addListener((tab) => void onAction(tab));
chrome.runtime.onInstalled.addListener(() => chrome.contextMenus.removeAll(createMenus));
chrome.runtime.onInstalled.addListener((details) => void onInstalled(details));
chrome.contextMenus.onClicked.addListener(onMenu);
chrome.storage.local.onChanged.addListener(onSettings);
chrome.commands.onCommand.addListener(onShortcut);
hearPresses();

answer({
  ...errands,
  "pair.offer": async ({ secret }, sender) => {
    await openPairing(secret, sender);
    return null;
  },
  "job.ended": async ({ title }, { tab }) => {
    await showEnded(title);
    await notifyEnded(title, tab?.id);
    return null;
  },
  "job.seen": () => clearEnded().then(() => null),
  "today.open": (place) => chrome.tabs.create({ url: todayPath(place) }).then(() => null),
  "panel.close": (_ask, { tab }) => (tab?.id === undefined ? null : askTab(tab.id, "overlay.close", null)),
  "panel.place": (place, { tab }) => (tab?.id === undefined ? null : askTab(tab.id, "overlay.place", place)),
  "bubble.size": (size, { tab }) => (tab?.id === undefined ? null : askTab(tab.id, "bubble.size", size)),
  "bubble.close": (_ask, { tab }) => (tab?.id === undefined ? null : askTab(tab.id, "bubble.close", null)),
});
