import type { Evidence } from "../../shared/api";
import { pageRanges } from "../format";
import { t } from "../i18n";

/** Whether the passage stands on a page of a PDF; otherwise it is a sentence of arXiv's abstract. */
export function isOnPage({ rects }: Evidence): boolean {
  return rects.length > 0;
}

/** `p. 1, 3–4`, or that it is the abstract. */
export function whereabouts(evidence: readonly Evidence[]): string {
  const pages = evidence.filter(isOnPage).map(({ page }) => page);
  return pages.length > 0 ? t("cite_pages", pageRanges(pages)) : t("section_abstract");
}
