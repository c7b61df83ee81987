import type { Sentence } from "../../shared/api";
import { direction } from "../format";
import { has, spokenByUs, t } from "../i18n";
import { memo } from "../memo";
import { RichText } from "../RichText";
import { Caret } from "./Caret";
import { Correctable } from "./Correctable";

interface Props {
  sentence: Sentence;
  /** Its path on the card. */
  part: string;
  lang: string;
  active: boolean;
  writing: boolean;
  activate: (n: number | null) => void;
}

/** A sentence of the abstract and its twin; pointing at one marks both. */
export const SentencePair = memo(function SentencePair(props: Props) {
  const { sentence, part, lang, active, writing, activate } = props;
  // Cards stored by earlier versions do not have the field.
  const others = sentence.other_terms?.join(", ");
  const kept = sentence.state === "kept_original";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form
    <div
      role="group"
      class={`pair ${active ? "pair-active" : ""}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard readers mark a sentence's twin too
      tabIndex={0}
      onPointerEnter={() => activate(sentence.n)}
      onFocus={() => activate(sentence.n)}
      onBlur={() => activate(null)}
    >
      <div class="pair-target" lang={kept ? "en" : lang} dir={kept ? "ltr" : direction(lang)}>
        <Correctable part={part} text={sentence.target ?? ""}>
          {(text, corrected) =>
            kept && !corrected ? <KeptOriginal reason={sentence.reason} /> : <RichText text={text} />
          }
        </Correctable>
        {others && (
          <span class="kept other-terms" {...spokenByUs()}>
            {t("terms_otherwise", others)}
          </span>
        )}
        {writing && <Caret />}
      </div>
      <p class="pair-source" lang="en" dir="ltr">
        <RichText text={sentence.source} />
      </p>
    </div>
  );
});

function KeptOriginal({ reason }: { reason: string | null }) {
  const key = `kept_${reason}`;
  return (
    <span class="kept" {...spokenByUs()}>
      {t(has(key) ? key : "kept_other")}
    </span>
  );
}
