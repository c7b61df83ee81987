import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Saying } from "../../shared/api";
import { Section } from "../card/Section";
import { dress } from "../dress";
import { t } from "../i18n";
import { selectionOf } from "../kept-sayings";
import { KeptSelection } from "./KeptSelection";

interface Props {
  sayings: readonly Saying[];
  /** Null where nothing can be deleted now. */
  discard: ((saying: Saying) => void) | null;
  children?: ComponentChildren;
}

/** The passages of a paper that were translated or explained and kept. */
export function KeptSelections({ sayings, discard, children }: Props) {
  useEffect(() => void dress("../ui/selection/kept-selections.css"), []);
  const selections = sayings.filter(selectionOf);
  return (
    <Section title={t("selections_title")}>
      <ul class="kept-selections">
        {selections.map((saying) => (
          <KeptSelection key={saying.id} saying={saying} remove={discard && (() => discard(saying))} />
        ))}
      </ul>
      {children}
    </Section>
  );
}
