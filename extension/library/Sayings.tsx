import { useEffect } from "preact/hooks";
import type { Card, PaperView, Saying } from "../shared/api";
import { Section } from "../ui/card/Section";
import { dress } from "../ui/dress";
import { t } from "../ui/i18n";
import { questionOf, selectionOf } from "../ui/kept-sayings";
import { Turn } from "../ui/questions/Turn";
import { KeptSelections } from "../ui/selection/KeptSelections";

interface Props {
  paper: PaperView;
  card: Card | null;
  discard: (saying: Saying) => void;
}

/** What the reader asked about a paper, and what was translated of it and kept. */
export function Sayings({ paper: { sayings }, card, discard }: Props) {
  useEffect(() => void dress("sayings.css"), []);
  const questions = sayings.filter(questionOf);
  return (
    <>
      {questions.length > 0 && (
        <Section title={t("questions_title")}>
          <ol class="turns">
            {questions.map((saying) => (
              <Turn
                key={saying.id}
                card={card}
                kept={{ ...saying, ...saying.answer }}
                goOn={null}
                again={null}
                remove={() => discard(saying)}
              />
            ))}
          </ol>
        </Section>
      )}
      {sayings.some(selectionOf) && <KeptSelections sayings={sayings} discard={discard} />}
    </>
  );
}
