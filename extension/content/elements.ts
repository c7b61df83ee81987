/**
 * An element with its style and content. The style is set by script, as a hostile `style-src` forbids
 * both style elements and style attributes in markup.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  style: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.style.cssText = style;
  made.append(...content);
  return made;
}

/** Read aloud, not shown. */
export const UNSEEN =
  "position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0";

/** A button in the page's own type and colour. It hears the reader only, not the page's scripts. */
export function pressable(text: string, press: () => void, main = false): HTMLButtonElement {
  const button = element(
    "button",
    `font:inherit;color:inherit;background:none;border:1px solid;border-radius:4px;padding:.15em .7em;margin:0 .5em 0 0;cursor:pointer;${
      main ? "font-weight:bold" : ""
    }`,
    text,
  );
  button.type = "button";
  button.addEventListener("click", ({ isTrusted }) => isTrusted && press());
  return button;
}
