import type { Coverage, SectionRead } from "../../shared/api";
import { t } from "../i18n";

const WAYS = [
  "whole",
  "compressed",
  "excerpts",
  "found",
  "left_out",
] as const satisfies SectionRead["read"][];

/** Which sections reached the model in which way, where not all of them did as they are. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
  const { sections } = coverage;
  const shortened = sections.filter(({ read }) => read !== "whole").length;
  if (shortened === 0) return null;
  return (
    <details class="coverage-note">
      <summary>{t("coverage_shortened", shortened, sections.length)}</summary>
      {WAYS.map((way) => {
        const titles = sections.filter(({ read }) => read === way).map(({ title }) => title);
        return titles.length > 0 && <p key={way}>{t(`coverage_${way}`, titles.join(" · "))}</p>;
      })}
    </details>
  );
}
