import { t } from "../i18n";
import { isPending, isRunning, summaryState } from "../stages";
import { Instead } from "./Instead";
import type { PartProps } from "./part";
import { spokenIn } from "./part";
import { Ruled } from "./Ruled";
import { Section } from "./Section";
import { StageProblem } from "./StageProblem";
import { Summary } from "./Summary";

/** The summary, or why there is none. */
export function SummarySection({ card, stages, retry, withoutModel }: PartProps) {
  const { summary, takeaways, key, problems } = card;
  const failed = problems.some(({ stage }) => stage === "summary" || stage === "reading");
  const pending = isPending(stages, "summary") || isPending(stages, "reading");
  if (!summary?.length && !pending && !failed) return null;
  const title = t(key.engine === "openai" ? "section_summary" : "section_key_sentences");
  return (
    <Section title={title} state={summaryState(card, stages)} class="section-summary">
      <StageProblem card={card} stage="reading" retry={retry} />
      <StageProblem card={card} stage="summary" retry={retry} />
      {withoutModel && <Instead problems={problems} choose={withoutModel} />}
      <Ruled waiting={pending && !takeaways?.length} lines={14}>
        <div {...spokenIn(card)}>
          <Summary claims={summary ?? []} writing={isRunning(stages, "summary") && !takeaways?.length} />
        </div>
      </Ruled>
    </Section>
  );
}
