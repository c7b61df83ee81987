import { useState } from "preact/hooks";
import type { Claim, Evidence } from "../../shared/api";
import { CopyButton } from "../CopyButton";
import { spokenByUs, t } from "../i18n";
import { PageCrop } from "./PageCrop";
import { supportingWords } from "./supporting-words";

interface Props {
  id: string;
  claim: Claim;
  /** Card whose page crops can be asked for; empty while the card is not stored yet. */
  cardId: string;
}

/** The passages on which a claim rests. */
export function EvidenceBox({ id, claim, cardId }: Props) {
  return (
    <div class="evidence" id={id} {...spokenByUs()}>
      {claim.evidence.map((evidence) => (
        <Passage key={evidence.passage} evidence={evidence} claim={claim.text} cardId={cardId} />
      ))}
    </div>
  );
}

function Passage({ evidence, claim, cardId }: { evidence: Evidence; claim: string; cardId: string }) {
  const [onPage, setOnPage] = useState(false);
  const { quote, section, page } = evidence;
  return (
    <div class="passage">
      <blockquote lang="en" dir="auto">
        {supportingWords(quote, claim).map((run, index) =>
          run.marked ? <mark key={index}>{run.text}</mark> : run.text,
        )}
      </blockquote>
      <div class="passage-foot">
        <span>{[section, t("cite_pages", page)].filter(Boolean).join(" · ")}</span>
        {evidence.found_by === "search" && <span>{t("evidence_by_search")}</span>}
        {cardId && (
          <button type="button" class="link-button" aria-expanded={onPage} onClick={() => setOnPage(!onPage)}>
            {t(onPage ? "evidence_hide_page" : "evidence_show_page")}
          </button>
        )}
        <CopyButton class="link-button" text={() => quote}>
          {(copied) => t(copied ? "copy_done" : "evidence_copy")}
        </CopyButton>
      </div>
      {onPage && <PageCrop cardId={cardId} evidence={evidence} />}
    </div>
  );
}
