import type { Card } from "../../shared/api";
import { t } from "../i18n";
import { RichText } from "../RichText";
import { isPending, translationState } from "../stages";
import { Bilingual } from "./Bilingual";
import { Glossary } from "./Glossary";
import type { PartProps } from "./part";
import { Section } from "./Section";
import { StageProblem } from "./StageProblem";

/** The abstract, beside its translation where there is one. */
export function Abstract({ card, stages, retry }: PartProps) {
  const { translation, metadata } = card;
  const failed = <StageProblem card={card} stage="translation" retry={retry} />;
  if (translation && (isPending(stages, "translation") || hasTranslation(translation))) {
    return (
      <Section title={t("section_abstract_both")} state={translationState(card, stages)}>
        {failed}
        <Bilingual translation={translation} />
        <Glossary terms={translation.glossary} lang={translation.lang} />
      </Section>
    );
  }
  if (!metadata?.abstract) return null;
  const waits = isPending(stages, "translation");
  return (
    <Section title={t("section_abstract")} state={waits ? translationState(card, stages) : ""}>
      {failed}
      <p class="abstract" lang="en" dir="auto">
        <RichText text={metadata.abstract} />
      </p>
    </Section>
  );
}

function hasTranslation({ sentences }: NonNullable<Card["translation"]>): boolean {
  return sentences.some(({ target }) => target);
}
