import type { Evidence } from "../../shared/api";
import { spokenByUs, t } from "../i18n";
import { whereabouts } from "./whereabouts";

/** A first look at what a claim rests on, while its mark is pointed at or has the focus. */
export function EvidencePeek({ id, evidence }: { id: string; evidence: readonly Evidence[] }) {
  const [first, ...others] = evidence;
  if (!first) return null;
  return (
    <span class="peek" id={id} role="tooltip" {...spokenByUs()}>
      <q lang="en" dir="auto">
        {first.quote}
      </q>
      <span class="quiet">
        {[first.section, whereabouts([first]), others.length > 0 ? t("evidence_more", others.length) : ""]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </span>
  );
}
