import { PAPER_HOOKS } from "../arxiv/selectors";
import { makeButton } from "./button";
import type { Here } from "./feature";

const ID = "papergloss-button";

/** Puts one button in the first known place of a page about one paper; none where there is none. */
export function insertPaperButton({ paper, signal }: Here): void {
  document.getElementById(ID)?.remove();
  if (paper === null) return;
  for (const { selector, how, tag, link } of PAPER_HOOKS) {
    const hook = document.querySelector(selector);
    if (!hook) continue;
    const holder = document.createElement(tag);
    holder.id = ID;
    holder.append(makeButton(paper, link));
    hook[how](holder);
    signal.addEventListener("abort", () => holder.remove());
    return;
  }
}
