import type { Claim } from "../../shared/api";
import { spokenByUs, t } from "../i18n";
import { useCorrection } from "./correct-context";
import { EvidencePeek } from "./EvidencePeek";
import { usePeek } from "./use-peek";
import { whereabouts } from "./whereabouts";

/** How a mark looks; what is not here is in doubt. */
const LOOKS: Partial<Record<Claim["check"]["status"], string>> = {
  supported: "cite-ok",
  unchecked: "cite-plain",
};

interface Props {
  claim: Claim;
  /** Its path on the card. */
  part: string;
  /** The words are the reader's: the check was of others. */
  corrected: boolean;
  /** True while the claim is still being written; after that its mark has its place, checked or not. */
  writing: boolean;
  open: boolean;
  controls: string;
  /** In long prose: where nothing could be checked, only the pages are on screen. */
  brief?: boolean;
  toggle: () => void;
}

/** The mark after a claim: its pages, and whether code found the claim there. */
export function Cite({ claim, part, corrected, writing, open, controls, brief = false, toggle }: Props) {
  const { status } = claim.check;
  const { correction } = useCorrection(part);
  const peek = usePeek(open);
  if (writing) return null;
  if (status === "pending") return <Pending />;
  const flagged = Boolean(correction?.wrong_evidence.length);
  const text = flagged ? t("cite_flagged") : corrected ? whereabouts(claim.evidence) : label(claim, brief);
  const look = flagged ? "cite-doubt" : corrected ? "cite-plain" : (LOOKS[status] ?? "cite-doubt");
  if (claim.evidence.length === 0)
    return (
      <span class={`cite ${look}`} {...spokenByUs()}>
        {text}
      </span>
    );
  return (
    <span class="cite-place" {...peek.around}>
      <button
        type="button"
        class={`cite ${look}`}
        {...spokenByUs()}
        {...peek.button}
        aria-expanded={open}
        aria-controls={open ? controls : undefined}
        onClick={toggle}
      >
        {look === "cite-ok" && <span class="hidden-visually">{t("cite_supported")} </span>}
        {text}
      </button>
      {peek.shown && <EvidencePeek id={peek.id} evidence={claim.evidence} />}
    </span>
  );
}

/** Keeps the place of a page mark, so that the text stays where it is when the mark comes. */
function Pending() {
  return (
    <span class="cite cite-pending" title={t("cite_pending")} {...spokenByUs()}>
      <span class="hidden-visually">{t("cite_pending")}</span>
      <span aria-hidden="true">…</span>
    </span>
  );
}

function label({ check, evidence }: Claim, brief: boolean): string {
  const pages = whereabouts(evidence);
  switch (check.status) {
    case "number_missing":
      return check.detail ? t("cite_missing", check.detail) : t("cite_missing_unnamed");
    case "name_missing":
      return check.detail ? t("cite_name_missing", check.detail) : t("cite_missing_unnamed");
    case "contradicted":
      return t("cite_contradicted", check.detail ?? "");
    case "miscited":
      return t("cite_miscited");
    case "passage_missing":
      return t("cite_passage_missing");
    case "uncited":
      return t("cite_uncited");
    case "unchecked":
      return brief ? pages : t("cite_unchecked", pages);
    default:
      return evidence.every(({ found_by }) => found_by === "search") ? t("cite_by_search", pages) : pages;
  }
}
