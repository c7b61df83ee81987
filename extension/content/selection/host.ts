import { readSetting } from "../../shared/settings";

/** A rectangle in the page's own coordinates: it scrolls with the text. */
export interface Place {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** The page's text runs from right to left there. */
  rtl: boolean;
}

/** Above everything of the page, below the panel's overlay. */
const LAYER = 2147483646;

/**
 * An element of ours over the page, in a shadow root of its own, shown where it is put. Styles are set by
 * script, as a hostile style-src forbids style elements.
 */
export function makeHost(id: string, content: HTMLElement): HTMLElement {
  document.getElementById(id)?.remove();
  const host = document.createElement("div");
  host.id = id;
  host.style.cssText = `all:initial;position:absolute;left:0;top:0;z-index:${LAYER};color-scheme:light dark`;
  void readSetting("theme").then((theme) => {
    if (theme !== "system") host.style.colorScheme = theme;
  });
  host.attachShadow({ mode: "open" }).append(content);
  document.body.append(host);
  return host;
}

/** Moves a host to a point of the page, wherever the page has its origin. */
export function moveHost(host: HTMLElement, left: number, top: number): void {
  host.style.left = host.style.top = "0";
  const origin = host.getBoundingClientRect();
  host.style.left = `${left - origin.left - scrollX}px`;
  host.style.top = `${top - origin.top - scrollY}px`;
}
