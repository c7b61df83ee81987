import type { ComponentChildren } from "preact";
import { t } from "../i18n";
import { lazy } from "../lazy";
import { ProblemNote } from "../ProblemNote";
import { figuresState, isPending } from "../stages";
import { Abstract } from "./Abstract";
import { Authors } from "./Authors";
import { CardContext } from "./card-context";
import { Figures } from "./Figures";
import type { PartProps } from "./part";
import { Section } from "./Section";
import { StageProblem } from "./StageProblem";
import { SummarySection } from "./SummarySection";
import { Tags } from "./Tags";
import { TakeawaysSection } from "./TakeawaysSection";
import { Title } from "./Title";
import { Warnings } from "./Warnings";

const DeepRead = lazy(async () => (await import("../deep/DeepRead")).DeepRead);

interface Props extends PartProps {
  /** Watched while it was written: space is reserved, so that what is finished does not move. */
  live: boolean;
  /** Stands under what concerns the whole card. */
  aside?: ComponentChildren;
}

/** One paper in one language. */
export function CardView({ live, aside, ...part }: Props) {
  const { card } = part;
  return (
    <CardContext.Provider value={card}>
      <article class={`card ${live ? "card-live" : ""}`}>
        <Head {...part} live={live} />
        <Warnings card={card} place="above" />
        {aside}
        {card.problems
          .filter(({ stage }) => stage === null)
          .map((problem) => (
            <ProblemNote key={problem.type} problem={problem} />
          ))}
        {card.key.kind === "deep" ? <DeepRead {...part} /> : <Parts {...part} />}
        <Warnings card={card} place="below" />
      </article>
    </CardContext.Provider>
  );
}

/** In the order in which they come, so that what is finished does not move, and a card opened again looks the same. */
function Parts(part: PartProps) {
  return (
    <>
      <SummarySection {...part} />
      <Abstract {...part} />
      <TakeawaysSection {...part} />
      <Gallery {...part} />
    </>
  );
}

function Head({ card, stages, retry, live }: PartProps & { live: boolean }) {
  const { metadata } = card;
  if (!metadata) return <StageProblem card={card} stage="metadata" retry={retry} />;
  return (
    <header class="card-head">
      <Title card={card} stages={stages} live={live} />
      <Authors authors={metadata.authors} />
      <Tags metadata={metadata} />
      {metadata.comment && (
        <p class="comment" lang="en" dir="auto">
          {metadata.comment}
        </p>
      )}
    </header>
  );
}

function Gallery({ card, stages, retry }: PartProps) {
  const problem = card.problems.some(({ stage }) => stage === "figures");
  if (!card.figures?.length && !problem && !isPending(stages, "figures")) return null;
  return (
    <Section title={t("section_figures")} state={figuresState(card, stages)}>
      <StageProblem card={card} stage="figures" retry={retry} />
      {card.figures && <Figures figures={card.figures} lang={card.key.lang} />}
    </Section>
  );
}
