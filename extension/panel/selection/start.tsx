import { render } from "preact";
import { textOf } from "../../arxiv/page-text";
import { ask } from "../../shared/messages";
import { type Picked, pickedOf } from "../../shared/selection";
import { dress } from "../../ui/dress";
import { Selection } from "./Selection";

/** Shows the answer to what was selected: in the bubble on arXiv's page, in the side panel or in a tab. */
export async function start(root: HTMLElement, picked: Picked, lang: string | null): Promise<void> {
  await dress("selection/selection.css");
  document.title = "PaperGloss";
  document.documentElement.classList.add("bubble");
  if (window.top !== window) fitInto(root);
  document.addEventListener("copy", copyFormulas);
  addEventListener("hashchange", () => {
    const next = pickedOf(location);
    if (next) show(next);
  });
  const show = (shown: Picked) => render(<Selection key={location.hash} picked={shown} lang={lang} />, root);
  show(picked);
}

/** The frame is as high as what is in it, and Escape closes it. */
function fitInto(root: HTMLElement): void {
  document.documentElement.classList.add("bubble-framed");
  const tell = () =>
    void ask("bubble.size", { height: Math.ceil(root.getBoundingClientRect().height) + 2 }).catch(() => null);
  new ResizeObserver(tell).observe(root);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) void ask("bubble.close", null);
  });
}

/** What the reader copies has its formulas as LaTeX. */
function copyFormulas(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || event.target instanceof HTMLTextAreaElement) return;
  event.clipboardData?.setData("text/plain", textOf(selection.getRangeAt(0)));
  event.preventDefault();
}
