import { makeHost, moveHost, type Place } from "./host";

const ID = "papergloss-selection-button";
const SIZE = 30;
const GAP = 6;

export interface SelectionButton {
  readonly isShown: boolean;
  show(place: Place): void;
  hide(): void;
}

/** The small button at the end of a selection. */
export function createButton(press: () => void): SelectionButton {
  let host: HTMLElement | null = null;
  const hide = () => {
    host?.remove();
    host = null;
  };
  const show = (place: Place) => {
    host ??= makeHost(ID, makeButton(press));
    const { clientWidth } = document.documentElement;
    const wanted = place.rtl ? place.left - SIZE : place.right + 2;
    const left = Math.max(scrollX + GAP, Math.min(wanted, scrollX + clientWidth - SIZE - GAP));
    moveHost(host, left, place.bottom + GAP);
  };
  return {
    get isShown() {
      return host !== null;
    },
    show,
    hide,
  };
}

function makeButton(press: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = chrome.i18n.getMessage("selection_button");
  button.title = button.ariaLabel = chrome.i18n.getMessage("selection_button_title");
  button.style.cssText = `all:unset;display:grid;place-items:center;box-sizing:border-box;width:${SIZE}px;
    height:${SIZE}px;border:1px solid light-dark(#e4dfd6,#35322d);border-radius:8px;cursor:pointer;
    background:light-dark(#fdfcfa,#1b1a18);color:light-dark(#a3201d,#ef8b84);
    font:600 15px/1 Georgia,"Noto Serif CJK SC",serif;box-shadow:0 2px 10px light-dark(#281e1433,#0008)`;
  const ring = (on: boolean) => {
    button.style.outline = on ? "2px solid light-dark(#a3201d,#ef8b84)" : "";
    button.style.outlineOffset = "2px";
  };
  button.addEventListener("focus", () => ring(button.matches(":focus-visible")));
  button.addEventListener("blur", () => ring(false));
  // A press must not take the selection away before it is read.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", press);
  return button;
}
