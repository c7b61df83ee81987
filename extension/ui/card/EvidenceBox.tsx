import { useContext, useState } from "preact/hooks";
import type { Card, Claim, Evidence } from "../../shared/api";
import { CopyButton } from "../CopyButton";
import { spokenByUs, t } from "../i18n";
import { CardContext } from "./card-context";
import { useCorrection } from "./correct-context";
import { PageCrop } from "./PageCrop";
import { supportingWords } from "./supporting-words";
import { twinSentence } from "./twin-sentence";
import { isOnPage, whereabouts } from "./whereabouts";

/** The passages on which a claim rests. */
export function EvidenceBox({ id, part, claim }: { id: string; part: string; claim: Claim }) {
  const { correction, flag } = useCorrection(part);
  const card = useContext(CardContext);
  const twin = twinSentence(claim.text, card?.translation ?? null);
  // Crops are made from the stored card.
  const cardId = card && card.state !== "running" ? card.id : "";
  return (
    <div class="evidence" id={id} {...spokenByUs()}>
      {claim.evidence.map((evidence) => (
        <Passage
          key={`${evidence.paper} ${evidence.passage}`}
          paper={titleOf(card, evidence)}
          evidence={evidence}
          wording={[claim.text, twin]}
          cardId={cardId}
          wrong={correction?.wrong_evidence.includes(evidence.passage) ?? false}
          flag={flag}
        />
      ))}
    </div>
  );
}

interface PassageProps {
  evidence: Evidence;
  /** What the claim says, as far as possible in the quote's language. */
  wording: readonly string[];
  cardId: string;
  /** The title of its paper, on a card about several. */
  paper: string | undefined;
  /** The reader says that it does not tell what the claim says. */
  wrong: boolean;
  flag: ReturnType<typeof useCorrection>["flag"];
}

function Passage({ evidence, wording, cardId, paper, wrong, flag }: PassageProps) {
  const [onPage, setOnPage] = useState(false);
  const { quote, section } = evidence;
  const place = whereabouts([evidence]);
  return (
    <div class="passage">
      <blockquote lang="en" dir="auto">
        {supportingWords(quote, wording).map((run, index) =>
          run.marked ? <mark key={index}>{run.text}</mark> : run.text,
        )}
      </blockquote>
      <div class="passage-foot">
        <span>{[paper, isOnPage(evidence) ? section : undefined, place].filter(Boolean).join(" · ")}</span>
        {evidence.found_by === "search" && <span>{t("evidence_by_search")}</span>}
        {cardId && isOnPage(evidence) && (
          <button type="button" class="link-button" aria-expanded={onPage} onClick={() => setOnPage(!onPage)}>
            {t(onPage ? "evidence_hide_page" : "evidence_show_page")}
          </button>
        )}
        <CopyButton class="link-button" text={() => quote}>
          {(copied) => t(copied ? "copy_done" : "evidence_copy")}
        </CopyButton>
        {flag && (
          <button
            type="button"
            class="link-button"
            aria-pressed={wrong}
            onClick={() => void flag(evidence.passage, !wrong)}
          >
            {t(wrong ? "evidence_flagged" : "evidence_flag")}
          </button>
        )}
      </div>
      {onPage && <PageCrop cardId={cardId} evidence={evidence} />}
    </div>
  );
}

function titleOf(card: Card | null, { paper }: Evidence): string | undefined {
  return paper ? card?.question?.papers.find((one) => one.paper === paper)?.title : undefined;
}
