import type { ProblemDocument } from "../shared/api";
import { ProblemError } from "../shared/problems";
import { t } from "./i18n";

/** What to show of a failed call; whatever is no answer of the backend means that it is off. */
export function problemIn(reason: unknown): ProblemDocument {
  if (reason instanceof ProblemError) return reason.problem;
  return { type: "backend-off", title: t("off_title"), status: 0, detail: "", hint: "" };
}
