import type { Card } from "../shared/api";
import { checkWords } from "../ui/brief-words";
import { direction } from "../ui/format";
import { spokenByUs, t } from "../ui/i18n";
import { RichText } from "../ui/RichText";

/** The one checked sentence on a paper, and what the check found. */
export function Gloss({ card }: { card: Card }) {
  const claim = card.summary?.[0];
  if (!claim) return null;
  const own = claim.evidence.some(({ found_by }) => found_by === "paper");
  const lang = own && card.key.engine === "extractive" ? "en" : card.key.lang;
  const [passed, words] = checkWords(claim.check.status, claim.check.detail, own, t);
  return (
    <p class="entry-gloss" lang={lang} dir={direction(lang)}>
      <RichText text={claim.text} links={false} />{" "}
      <span class={passed ? "check-passed" : "check-failed"} title={words} {...spokenByUs()}>
        <span aria-hidden="true">{passed ? "✓" : "⚠"}</span>
        <span class={passed ? "hidden-visually" : ""}> {words}</span>
      </span>
    </p>
  );
}
