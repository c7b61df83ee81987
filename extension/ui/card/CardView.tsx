import type { Card } from "../../shared/api";
import { t } from "../i18n";
import { ProblemNote } from "../ProblemNote";
import { figuresState, isPending, type StageName, type StageStates } from "../stages";
import { Abstract } from "./Abstract";
import { Authors } from "./Authors";
import { Figures } from "./Figures";
import { Gist } from "./Gist";
import { Section } from "./Section";
import { StageProblem } from "./StageProblem";
import { Tags } from "./Tags";
import { Title } from "./Title";
import { Warnings } from "./Warnings";

interface Props {
  card: Card;
  stages: StageStates;
  /** Watched while it was written: space stays reserved, so that finished parts do not move. */
  live: boolean;
  retry?: ((stage: StageName) => void) | undefined;
}

/** One paper in one language. */
export function CardView({ card, stages, live, retry }: Props) {
  return (
    <article class={`card ${live ? "card-live" : ""}`}>
      <Head card={card} stages={stages} retry={retry} />
      <Warnings card={card} place="above" />
      {card.problems
        .filter(({ stage }) => stage === null)
        .map((problem) => (
          <ProblemNote key={problem.type} problem={problem} />
        ))}
      <Gist card={card} stages={stages} retry={retry} />
      <Abstract card={card} stages={stages} retry={retry} />
      <Gallery card={card} stages={stages} retry={retry} />
      <Warnings card={card} place="below" />
    </article>
  );
}

type PartProps = Omit<Props, "live">;

function Head({ card, stages, retry }: PartProps) {
  const { metadata } = card;
  if (!metadata) return <StageProblem card={card} stage="metadata" retry={retry} />;
  return (
    <header class="card-head">
      <Title card={card} stages={stages} />
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
