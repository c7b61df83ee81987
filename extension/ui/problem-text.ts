import type { Problem } from "../shared/api";
import { has, t } from "./i18n";

type Told = Pick<Problem, "type" | "title" | "detail" | "hint">;

/**
 * A problem in the interface language: the reason and the hint by its slug, or the backend's own (English)
 * words where the slug is newer than this extension. `detail` is what the backend adds to the reason.
 */
export function problemText({ type, title, detail, hint }: Told): {
  reason: string;
  hint: string;
  detail: string;
} {
  const slug = type.replaceAll("-", "_");
  const reason = `problem_${slug}`;
  const advice = `hint_${slug}`;
  return {
    reason: has(reason) ? t(reason) : title,
    hint: has(advice) ? t(advice) : hint,
    detail: detail === title ? "" : detail,
  };
}
