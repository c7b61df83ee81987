import { markPressed } from "./button";
import { load } from "./lazy";
import type { createOverlay, Overlay } from "./overlay";
import { forget, remember } from "./place";

/** The panel beside the page: what it shows now, kept in the page's history; the overlay is loaded on use. */
export interface Panel {
  /** The paper that it was opened for; null while it is closed. */
  readonly paper: string | null;
  /** Opens it for `paper`, scrolled to `top`, in place of what it showed. */
  open(paper: string, top?: number): void;
  close(): void;
  toggle(paper: string): void;
  /** Notes how far the reader has scrolled in it. */
  scrolled(top: number): void;
  /** Loads what opening needs. */
  prepare(): void;
}

/** A closed panel; an abort of `signal` takes it away, and what is noted in the history stays. */
export function createPanel(signal: AbortSignal): Panel {
  let shown: string | null = null;
  let loading: Promise<Overlay> | null = null;
  const overlay = () => {
    loading ??= load<{ createOverlay: typeof createOverlay }>("content/overlay.js").then((module) =>
      module.createOverlay(close, signal),
    );
    return loading;
  };
  const open = (paper: string, top = 0) => {
    shown = paper;
    markPressed(paper);
    void overlay()
      .then((host) => host.show(paper, top))
      // The browser takes its time to write into the history: the panel comes first.
      .then(() => shown === paper && remember({ paper, top }));
  };
  const close = () => {
    if (shown === null) return;
    shown = null;
    forget();
    markPressed(null);
    void overlay().then((host) => host.hide());
  };
  const toggle = (paper: string) => {
    if (shown === paper) close();
    else if (chrome.runtime?.id) open(paper);
    else reopenAfresh(paper);
  };
  return {
    get paper() {
      return shown;
    },
    open,
    close,
    toggle,
    scrolled: (top) => {
      if (shown !== null) remember({ paper: shown, top });
    },
    prepare: () => {
      if (chrome.runtime?.id) void overlay();
    },
  };
}

/** An update of the extension cuts this script off: only a new load of the page brings the new one. */
function reopenAfresh(paper: string): void {
  remember({ paper, top: 0 });
  location.reload();
}
