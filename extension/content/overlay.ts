import { placeOverlay } from "./overlay-place";

const ID = "papergloss-overlay";

/** Holds the panel beside arXiv's page. The panel is a page of the extension: neither sees the other. */
export interface Overlay {
  /** Shows the panel for `paper`, scrolled to `top`, in place of what it showed; resolves when it is loaded. */
  show(paper: string, top: number): Promise<void>;
  hide(): void;
}

/** `onEscape` is called on the page's Escape key; an abort of `signal` removes the overlay. */
export function createOverlay(onEscape: () => void, signal: AbortSignal): Overlay {
  let host: HTMLElement | null = null;
  let focusedBefore: Element | null = null;
  let placed = new AbortController();

  const remove = () => {
    host?.remove();
    host = null;
    placed.abort();
  };
  const show = async (paper: string, top: number) => {
    if (signal.aborted) return;
    if (!host) focusedBefore = document.activeElement;
    remove();
    document.getElementById(ID)?.remove();
    placed = new AbortController();
    const root = makeHost(paper, top);
    host = root.host as HTMLElement;
    document.body.append(host);
    await placeOverlay(host, root, placed.signal);
  };
  const hide = () => {
    if (!host) return;
    remove();
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) onEscape();
  };
  document.addEventListener("keydown", onKey, { signal });
  signal.addEventListener("abort", remove);
  return { show, hide };
}

function makeHost(paper: string, top: number): ShadowRoot {
  const host = document.createElement("div");
  host.id = ID;
  host.role = "complementary";
  host.ariaLabel = "PaperGloss";
  const frame = document.createElement("iframe");
  const query = new URLSearchParams({ paper, ...(top > 0 && { top: String(top) }) });
  frame.src = `${chrome.runtime.getURL("panel/panel.html")}?${query}`;
  frame.title = "PaperGloss";
  // With a dynamic address the permission works only where it is given to every origin.
  frame.allow = "clipboard-write *; translator *";
  // By script, as a hostile style-src forbids style elements, and adoptedStyleSheets is closed to Firefox's.
  frame.style.cssText = "display:block;width:100%;height:100%;border:0";
  frame.addEventListener("load", () => frame.focus(), { once: true });
  const root = host.attachShadow({ mode: "open" });
  root.append(frame);
  return root;
}
