import type { FromCourier, Order } from "./errands";
import type { Task } from "./selection";
import type { Place } from "./today-place";

/** Every message inside the extension: what is asked, and what is answered. */
export interface Protocol {
  /** content -> background: the pairing page of a backend is open in this tab. */
  "pair.offer": { ask: { secret: string }; answer: null };
  /** background -> welcome: a backend's offer is kept. Answers the tab in which the reader is asked. */
  "welcome.offer": { ask: null; answer: number | null };
  /** panel -> background: close the overlay that holds me (Escape, the close button). */
  "panel.close": { ask: null; answer: null };
  /** panel -> background: how far the reader has scrolled, kept for the way back to this page. */
  "panel.place": { ask: { top: number }; answer: null };
  /** panel -> background: the job that I show has ended while I was hidden. */
  "job.ended": { ask: { title: string }; answer: null };
  /** panel -> background: the reader looks at me. */
  "job.seen": { ask: null; answer: null };
  /** background -> content: the toolbar button was pressed on this page. Answers whether a paper was found. */
  "overlay.toggle": { ask: null; answer: boolean };
  /** background -> content: show this paper. Answers false where the page can hold no overlay. */
  "overlay.open": { ask: { paper: string }; answer: boolean };
  /** background -> content: `panel.close` of the panel in this tab. */
  "overlay.close": { ask: null; answer: null };
  /** background -> content: `panel.place` of the panel in this tab. */
  "overlay.place": { ask: { top: number }; answer: null };
  /** background -> content: the menu or the shortcut. Answers false where nothing is selected. */
  "selection.open": { ask: { task: Task }; answer: boolean };
  /** bubble -> background -> content: how high the bubble's content is, in pixels. */
  "bubble.size": { ask: { height: number }; answer: null };
  /** bubble -> background -> content: close the bubble that holds me. */
  "bubble.close": { ask: null; answer: null };
  /** content -> background: show the papers of this list on a page of their own. */
  "today.open": { ask: Place; answer: null };
  /** courier -> background: it is there. */
  "courier.there": { ask: null; answer: null };
  /** background -> content: in which frame of this tab the courier is. */
  "courier.frame": { ask: { frame: number }; answer: null };
  /** content -> background: for the courier in this frame. Answers whether it is there. */
  "errand.order": { ask: { frame: number; order: Order }; answer: boolean };
  /** background -> courier: what the content script of its page orders. */
  "errand.run": { ask: Order; answer: null };
  /** courier -> background: for the content script of its page. */
  "errand.tell": { ask: FromCourier; answer: null };
  /** background -> content: what its courier tells. */
  "errand.told": { ask: FromCourier; answer: null };
}

type Kind = keyof Protocol;
type Ask<K extends Kind> = Protocol[K]["ask"];
type Answer<K extends Kind> = Protocol[K]["answer"];
type Sender = chrome.runtime.MessageSender;

export type Handlers = {
  [K in Kind]?: (ask: Ask<K>, sender: Sender) => Answer<K> | Promise<Answer<K>>;
};

interface Envelope {
  kind: Kind;
  ask: unknown;
}

/** Asks the extension's own pages and its background. */
export function ask<K extends Kind>(kind: K, payload: Ask<K>): Promise<Answer<K>> {
  return chrome.runtime.sendMessage({ kind, ask: payload } satisfies Envelope);
}

/** Asks the content script of a tab, or a page of ours in a frame there; rejects where there is none. */
export function askTab<K extends Kind>(
  tab: number,
  kind: K,
  payload: Ask<K>,
  frameId = 0,
): Promise<Answer<K>> {
  return chrome.tabs.sendMessage(tab, { kind, ask: payload } satisfies Envelope, { frameId });
}

/** Answers messages of the kinds in `handlers`; all others are left to whoever knows them. */
export function answer(handlers: Handlers, signal?: AbortSignal): void {
  const listener = (message: Envelope, sender: Sender, reply: (answer: unknown) => void) => {
    const handler = Object.hasOwn(handlers, message.kind) && handlers[message.kind];
    if (!handler) return false;
    Promise.resolve(handler(message.ask as never, sender)).then(reply);
    return true;
  };
  chrome.runtime.onMessage.addListener(listener);
  // After an update of the extension an old content script has no runtime left to leave.
  signal?.addEventListener("abort", () => chrome.runtime?.onMessage.removeListener(listener));
}
