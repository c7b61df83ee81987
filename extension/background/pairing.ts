import { BACKEND_HOST } from "../arxiv/hosts";
import { ask } from "../shared/messages";
import { keepOffer } from "../shared/offer";

/** As long as the backend's `PairRequest.secret` may be. */
const SECRET_MAX = 200;

/**
 * Shows the extension's own page that asks "Connect?": the welcome page where it is open, else one more.
 * What the pairing page says is not believed: host and port come from the browser's knowledge of the tab,
 * and only a tab that the reader looks at counts.
 */
export async function openPairing(secret: unknown, sender: chrome.runtime.MessageSender): Promise<void> {
  const base = backendOf(sender);
  if (!base || typeof secret !== "string" || !secret || secret.length > SECRET_MAX) return;
  await keepOffer({ base, secret });
  const welcome = await ask("welcome.offer", null).catch(() => null);
  if (typeof welcome === "number") {
    await chrome.tabs.update(welcome, { active: true });
    return;
  }
  await chrome.tabs.create({
    url: "/welcome/pair.html",
    ...(sender.tab?.id !== undefined && { openerTabId: sender.tab.id }),
  });
}

function backendOf({ url, tab, frameId }: chrome.runtime.MessageSender): string | null {
  if (!url || !tab?.active || frameId !== 0) return null;
  const page = new URL(url);
  const known = page.protocol === "http:" && page.hostname === BACKEND_HOST && page.pathname === "/pair";
  return known ? page.origin : null;
}
