import type { Sentence } from "../../shared/api";
import { Caret } from "../card/Caret";
import { direction } from "../format";
import { has, spokenByUs, t } from "../i18n";
import { RichText } from "../RichText";
import { beingWritten } from "../stages";
import { inParagraphs, type Selection, spaceOf } from "./text";

/** The translation in the selection's own paragraphs. A sentence that a check refused stands in the original. */
export function Translated({ selection, writing }: { selection: Selection; writing: boolean }) {
  const { lang, sentences } = selection;
  const now = writing ? beingWritten(sentences) : undefined;
  return (
    <div class="said" lang={lang} dir={direction(lang)}>
      {inParagraphs(selection).map((paragraph) => (
        <p key={paragraph[0]?.n}>
          {paragraph.map((sentence) => (
            <span key={sentence.n}>
              <One sentence={sentence} />
              {sentence === now && <Caret />}
              {spaceOf(lang)}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

function One({ sentence }: { sentence: Sentence }) {
  const { state, source, target, reason, other_terms } = sentence;
  if (state === "kept_original") {
    const key = `kept_${reason}`;
    return (
      <>
        <span class="said-kept" lang="en" dir="ltr">
          <RichText text={source} links={false} />
        </span>
        <Mark>{t(has(key) ? key : "kept_other")}</Mark>
      </>
    );
  }
  return (
    <>
      <RichText text={target ?? ""} links={false} />
      {other_terms.length > 0 && <Mark>{t("terms_otherwise", other_terms.join(", "))}</Mark>}
    </>
  );
}

function Mark({ children }: { children: string }) {
  return (
    <span class="kept" {...spokenByUs()}>
      {children}
    </span>
  );
}
