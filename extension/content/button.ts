import type { Here } from "./feature";

const MARK = "data-papergloss";

/** Opens the overlay where an address ends in it: a button opened in a new tab does what it says. */
export const OPEN_HASH = "#papergloss";

/** The buttons of this copy of the script: one that an update cut off may still be listening. */
const own = new WeakSet<Element>();

/**
 * A button that opens the panel for a paper. It is a link, because it stands among links and takes
 * arXiv's style for them; it acts as a button. `listenForPresses` hears it.
 */
export function makeButton(paper: string, className = ""): HTMLAnchorElement {
  const link = document.createElement("a");
  link.className = className;
  link.role = "button";
  link.ariaExpanded = "false";
  link.textContent = chrome.i18n.getMessage("content_button");
  link.title = chrome.i18n.getMessage("content_button_title");
  link.href = OPEN_HASH;
  link.setAttribute(MARK, paper);
  own.add(link);
  return link;
}

/** The same button for another paper, whose abstract page it opens in a new tab. */
export function copyButton(button: HTMLAnchorElement, paper: string): HTMLAnchorElement {
  const copy = button.cloneNode(true) as HTMLAnchorElement;
  copy.href = `/abs/${paper}${OPEN_HASH}`;
  copy.ariaLabel = `${copy.textContent} ${paper}`;
  copy.setAttribute(MARK, paper);
  own.add(copy);
  return copy;
}

/** One listener for all buttons of the page, however many there are; `prepare` is called as a press begins. */
export function listenForPresses({ toggle, signal }: Here, prepare: () => void): void {
  const press = (event: Event) => {
    const paper = pressed(event);
    if (!paper) return;
    event.preventDefault();
    toggle(paper);
  };
  const onClick = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) press(event);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === " ") press(event);
  };
  document.addEventListener("click", onClick, { signal });
  const onPointer = (event: Event) => {
    if (pressed(event)) prepare();
  };
  document.addEventListener("keydown", onKey, { signal });
  document.addEventListener("pointerdown", onPointer, { signal });
}

/** The paper of the button that an event is for. */
function pressed({ target }: Event): string | null {
  const button = target instanceof Element ? target.closest(`a[${MARK}]`) : null;
  return button && own.has(button) ? button.getAttribute(MARK) : null;
}

/** Shows on the buttons for which paper the panel is open; null: for none. */
export function markPressed(paper: string | null): void {
  for (const button of document.querySelectorAll(`a[${MARK}]`))
    button.ariaExpanded = String(button.getAttribute(MARK) === paper);
}
