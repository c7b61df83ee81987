import { idWithVersion, parseArxivId } from "../arxiv/identifier";
import { answer } from "../shared/messages";
import { insertButton, OPEN_HASH } from "./button";
import { createOverlay } from "./overlay";
import { forget, recall, remember } from "./place";

/** Works on the abstract page until `signal` aborts. */
function start(signal: AbortSignal): void {
  const id = parseArxivId(location.href);
  if (!id) return;
  const overlay = createOverlay(idWithVersion(id), onChange, signal);
  const toggle = () => {
    if (overlay.isOpen) overlay.close();
    else if (chrome.runtime?.id) overlay.open();
    else reopenAfresh();
  };
  const button = insertButton(toggle, signal);

  function onChange(open: boolean): void {
    if (button) button.ariaExpanded = String(open);
    if (open) remember(recall() ?? 0);
    else forget();
  }

  answer(
    {
      "overlay.toggle": () => {
        toggle();
        return true;
      },
      "overlay.close": () => {
        overlay.close();
        return null;
      },
      "overlay.place": ({ top }) => {
        if (overlay.isOpen) remember(top);
        return null;
      },
    },
    signal,
  );

  const place = recall();
  if (place !== null) overlay.open(place);
  else if (location.hash === OPEN_HASH) overlay.open();
}

/** An update of the extension cuts this script off: only a new load of the page brings the new one. */
function reopenAfresh(): void {
  remember(0);
  location.reload();
}

let life = new AbortController();
start(life.signal);

// Leaving ends everything. A page that comes back from the back/forward cache starts afresh, and
// finds in its own history entry whether the overlay was open.
addEventListener("pagehide", () => life.abort());
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  life = new AbortController();
  start(life.signal);
});
