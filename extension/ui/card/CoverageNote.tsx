import type { Coverage } from "../../shared/api";
import { t } from "../i18n";

/** What of the paper did not reach the model, where anything did not. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
  const { sections_left_out, passages_left_out, passages_compressed } = coverage;
  const lines = [
    sections_left_out.length > 0 && t("coverage_sections", sections_left_out.join(", ")),
    sections_left_out.length === 0 && passages_left_out > 0 && t("coverage_passages", passages_left_out),
    passages_compressed > 0 && t("coverage_compressed", passages_compressed),
  ].filter((line): line is string => Boolean(line));
  if (lines.length === 0) return null;
  return <p class="coverage-note">{lines.join(" ")}</p>;
}
