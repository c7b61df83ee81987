import type { Figure } from "../../shared/api";

const LABEL =
  /^\s*(?:supplementary\s+|extended data\s+)?(?:fig(?:ure|\.)?|tab(?:le|\.)?|alg(?:orithm|\.)?)\s*([A-Z]?[\w.]*?\w)\s*[.:|–—-]*\s+/i;

/** The caption without the `Figure 2:` that it begins with: the interface says that in the reader's language. */
export function withoutLabel({ caption, number }: Pick<Figure, "caption" | "number">): string {
  const label = LABEL.exec(caption);
  return label?.[1]?.toLowerCase() === number.toLowerCase() ? caption.slice(label[0].length) : caption;
}
