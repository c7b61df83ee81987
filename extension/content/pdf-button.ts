import { makeButton } from "./button";
import type { Here } from "./feature";

const CLASS = "papergloss-floating";

/** A button over the browser's PDF viewer, which has no place of arXiv's; an error page there gets none. */
export function insertPdfButton({ paper, signal }: Here): void {
  document.querySelector(`.${CLASS}`)?.remove();
  if (paper === null || document.contentType !== "application/pdf") return;
  const button = makeButton(paper, CLASS);
  document.body.append(button);
  signal.addEventListener("abort", () => button.remove());
}
