import { LINK_HOOKS } from "../arxiv/selectors";

const ID = "papergloss-button";

/** Opens the overlay where an address ends in it: a button opened in a new tab does what it says. */
export const OPEN_HASH = "#papergloss";

/**
 * Puts the button among arXiv's own links to the paper, and takes it away when `signal` aborts.
 * Returns null where the page has none of the known places.
 */
export function insertButton(onPress: () => void, signal: AbortSignal): HTMLElement | null {
  document.getElementById(ID)?.remove();
  for (const [selector, how] of LINK_HOOKS) {
    const hook = document.querySelector(selector);
    if (!hook) continue;
    const link = makeLink(onPress);
    const holder = document.createElement(how === "item" ? "li" : "p");
    holder.id = ID;
    holder.append(link);
    if (how === "after") hook.after(holder);
    else hook.append(holder);
    signal.addEventListener("abort", () => holder.remove());
    return link;
  }
  return null;
}

/** A link, because it stands among links and takes arXiv's style for them; it acts as a button. */
function makeLink(onPress: () => void): HTMLElement {
  const link = document.createElement("a");
  link.href = OPEN_HASH;
  link.className = "abs-button";
  link.role = "button";
  link.ariaExpanded = "false";
  link.textContent = chrome.i18n.getMessage("content_button");
  link.title = chrome.i18n.getMessage("content_button_title");
  const press = (event: Event) => {
    event.preventDefault();
    onPress();
  };
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) press(event);
  });
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") press(event);
  });
  return link;
}
