import type { Card } from "../../shared/api";
import { direction } from "../format";
import { t } from "../i18n";
import { isPending, isRunning, type StageName, type StageStates, summaryState } from "../stages";
import { CoverageNote } from "./CoverageNote";
import { Section } from "./Section";
import { StageProblem } from "./StageProblem";
import { Summary } from "./Summary";
import { Takeaways } from "./Takeaways";

interface Props {
  card: Card;
  stages: StageStates;
  retry: ((stage: StageName) => void) | undefined;
}

/** Summary and takeaways: one stage makes both. */
export function Gist({ card, stages, retry }: Props) {
  const { summary, takeaways, coverage } = card;
  const cardId = card.state === "running" ? "" : card.id;
  const pending = isPending(stages, "summary") || isPending(stages, "reading");
  const writing = isRunning(stages, "summary");
  const extractive = card.key.engine === "extractive";
  if (!pending && !summary?.length && !takeaways?.length && !failed(card)) return null;
  const spoken = extractive
    ? { lang: "en", dir: "auto" as const }
    : { lang: card.key.lang, dir: direction(card.key.lang) };
  return (
    <>
      <Section
        title={t(extractive ? "section_key_sentences" : "section_summary")}
        state={summaryState(card, stages)}
        class="section-summary"
      >
        <StageProblem card={card} stage="reading" retry={retry} />
        <StageProblem card={card} stage="summary" retry={retry} />
        <div {...spoken}>
          <Summary claims={summary ?? []} cardId={cardId} writing={writing && !takeaways?.length} />
        </div>
      </Section>
      {(pending || Boolean(takeaways?.length)) && (
        <Section title={t("section_takeaways")} class="section-takeaways">
          <div {...spoken}>
            <Takeaways claims={takeaways ?? []} cardId={cardId} writing={writing} />
          </div>
          {coverage && <CoverageNote coverage={coverage} />}
        </Section>
      )}
    </>
  );
}

function failed({ problems }: Card): boolean {
  return problems.some(({ stage }) => stage === "summary" || stage === "reading");
}
