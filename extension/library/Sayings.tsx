import { useEffect } from "preact/hooks";
import type { Card, PaperView, Saying } from "../shared/api";
import { Section } from "../ui/card/Section";
import { dress } from "../ui/dress";
import { t } from "../ui/i18n";
import { Turn } from "../ui/questions/Turn";
import { KeptSelection } from "./KeptSelection";
import { questionOf, selectionOf } from "./kept-sayings";

interface Props {
  paper: PaperView;
  card: Card | null;
  discard: (saying: Saying) => void;
}

/** What the reader asked about a paper, and what was translated of it and kept. */
export function Sayings({ paper: { sayings }, card, discard }: Props) {
  useEffect(() => void dress("sayings.css"), []);
  const questions = sayings.filter(questionOf);
  const selections = sayings.filter(selectionOf);
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
      {selections.length > 0 && (
        <Section title={t("selections_title")}>
          <ul class="kept-selections">
            {selections.map((saying) => (
              <KeptSelection key={saying.id} saying={saying} remove={() => discard(saying)} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
