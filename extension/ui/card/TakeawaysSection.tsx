import { t } from "../i18n";
import { isPending, isRunning } from "../stages";
import { CoverageNote } from "./CoverageNote";
import type { PartProps } from "./part";
import { spokenIn } from "./part";
import { Ruled } from "./Ruled";
import { Section } from "./Section";
import { Takeaways } from "./Takeaways";

/** The takeaways; the same stage as the summary makes them. */
export function TakeawaysSection({ card, stages }: PartProps) {
  const { takeaways, coverage } = card;
  if (!takeaways?.length && !isPending(stages, "summary")) return null;
  return (
    <Section title={t("section_takeaways")} class="section-takeaways">
      <Ruled waiting={isPending(stages, "summary")} lines={6}>
        <div {...spokenIn(card)}>
          <Takeaways claims={takeaways ?? []} writing={isRunning(stages, "summary")} />
        </div>
      </Ruled>
      {coverage && <CoverageNote coverage={coverage} />}
    </Section>
  );
}
