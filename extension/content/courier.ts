import type { Ask, ErrandKind, FromCourier, News, Trouble } from "../shared/errands";

const ID = "papergloss-courier";
const NAME = "data-name";

/** A frame that has loaded may take a moment until it hears. */
const TRIES = 40;
const AGAIN_MS = 50;

/**
 * Sends the page's courier, a hidden page of the extension with network and token, on an errand; it is
 * made on first use, one for the page. Ends with what came in the way, null where nothing did; an abort of
 * `signal` calls it back.
 */
export async function send<K extends ErrandKind>(
  errand: K,
  ask: Ask<K>,
  hear: (news: News<K>) => void,
  signal: AbortSignal,
): Promise<Trouble | null> {
  const name = await courier();
  for (let tries = 0; tries < TRIES && !signal.aborted; tries += 1) {
    const end = await run(`${name}/${errand}`, ask, hear, signal);
    if (end !== "unheard") return end;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  return signal.aborted ? null : { is: "off" };
}

function run<K extends ErrandKind>(
  name: string,
  ask: Ask<K>,
  hear: (news: News<K>) => void,
  signal: AbortSignal,
): Promise<Trouble | null | "unheard"> {
  const port = chrome.runtime.connect({ name });
  return new Promise((resolve) => {
    let there = false;
    const leave = () => {
      port.disconnect();
      resolve(null);
    };
    port.onMessage.addListener((message: FromCourier<K>) => {
      if (message.is === "there") {
        there = true;
        port.postMessage(ask);
      } else if (message.is === "news") hear(message.news);
      else {
        port.disconnect();
        signal.removeEventListener("abort", leave);
        resolve(message.trouble);
      }
    });
    port.onDisconnect.addListener(() => {
      // Read, or the browser reports as unhandled that nobody was there yet.
      void chrome.runtime.lastError;
      signal.removeEventListener("abort", leave);
      resolve(there ? { is: "off" } : "unheard");
    });
    signal.addEventListener("abort", leave, { once: true });
  });
}

/** The name of the page's courier, once it is there. */
function courier(): Promise<string> {
  const found = document.getElementById(ID);
  const name = found?.getAttribute(NAME);
  if (name) return Promise.resolve(name);
  const frame = found ?? makeFrame();
  return new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(frame.getAttribute(NAME) ?? ""), { once: true });
  });
}

function makeFrame(): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  const name = crypto.randomUUID();
  frame.id = ID;
  frame.src = `${chrome.runtime.getURL("courier/courier.html")}?${new URLSearchParams({ name })}`;
  frame.title = "PaperGloss";
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  frame.style.cssText =
    "all:initial;position:fixed;width:1px;height:1px;border:0;opacity:0;pointer-events:none";
  frame.addEventListener("load", () => frame.setAttribute(NAME, name), { once: true });
  document.body.append(frame);
  return frame;
}
