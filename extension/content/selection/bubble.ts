import { type Picked, selectionPage } from "../../shared/selection";
import { makeHost, moveHost, type Place } from "./host";

const ID = "papergloss-bubble";
const WIDTH = 420;
const GAP = 8;
const FIRST_HEIGHT = 132;
const MOST_HEIGHT = 460;
/** Pixels that are room enough on one side of a selection. */
const ENOUGH_ROOM = 280;
/** With less on both sides the bubble lies over the selection. */
const LEAST_ROOM = 160;

export interface Bubble {
  readonly isOpen: boolean;
  open(place: Place, picked: Picked): void;
  close(): void;
  /** What is in it wants to be so high, in pixels. */
  resize(height: number): void;
  /** Whether an event's target is the bubble. */
  holds(target: EventTarget | null): boolean;
}

/**
 * The bubble by a selection: a page of the extension in a frame, as the panel is. It has the network, the
 * token and the styles; arXiv's page can see none of it, and what a model writes never enters that page.
 */
export function createBubble(): Bubble {
  let host: HTMLElement | null = null;
  let frame: HTMLIFrameElement | null = null;
  let place: Place | null = null;
  /** The side of the selection, and the pixels that are free there. */
  let room = { above: false, height: 0 };
  let focusedBefore: Element | null = null;

  const put = (height: number) => {
    if (!host || !frame || !place) return;
    const { clientWidth } = document.documentElement;
    const width = Math.min(WIDTH, clientWidth - 2 * GAP);
    const high = Math.min(height, MOST_HEIGHT, room.height);
    frame.style.width = `${width}px`;
    frame.style.height = `${high}px`;
    const wanted = place.rtl ? place.right - width : place.left;
    const left = Math.max(scrollX + GAP, Math.min(wanted, scrollX + clientWidth - width - GAP));
    moveHost(host, left, room.above ? place.top - GAP - high : place.bottom + GAP);
  };
  const remove = () => {
    host?.remove();
    host = frame = null;
  };
  return {
    get isOpen() {
      return host !== null;
    },
    open(at, picked) {
      if (!host) focusedBefore = document.activeElement;
      remove();
      place = withinView(at);
      room = roomAt(place);
      frame = makeFrame(picked);
      host = makeHost(ID, frame);
      host.role = "dialog";
      host.ariaLabel = chrome.i18n.getMessage("selection_button_title");
      put(FIRST_HEIGHT);
    },
    close() {
      if (!host) return;
      remove();
      if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
    },
    resize: put,
    holds: (target) => target === host,
  };
}

/** Where a selection leaves no room in the window, the bubble lies over it, at the window's lower edge. */
function withinView(place: Place): Place {
  if (roomAt(place).height >= LEAST_ROOM) return place;
  return { ...place, top: scrollY + document.documentElement.clientHeight };
}

function roomAt({ top, bottom }: Place): { above: boolean; height: number } {
  const under = scrollY + document.documentElement.clientHeight - bottom - 2 * GAP;
  const over = top - scrollY - 2 * GAP;
  const above = under < ENOUGH_ROOM && over > under;
  return { above, height: above ? over : under };
}

function makeFrame(picked: Picked): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.src = chrome.runtime.getURL(selectionPage(picked));
  frame.title = "PaperGloss";
  frame.allow = "clipboard-write *";
  frame.style.cssText = `display:block;border:1px solid light-dark(#d8d2c8,#35322d);border-radius:12px;
    background:light-dark(#fdfcfa,#1b1a18);box-shadow:0 10px 34px light-dark(#281e1440,#000a)`;
  frame.addEventListener("load", () => frame.focus({ preventScroll: true }), { once: true });
  return frame;
}
