import type { Card } from "../../shared/api";
import { ProblemNote } from "../ProblemNote";
import type { StageName } from "../stages";

interface Props<S extends StageName> {
  card: Card;
  stage: S;
  retry: ((stage: S) => void) | undefined;
}

/** Trying again cannot help: the paper itself is the reason. */
const FINAL = new Set(["paper-withdrawn", "no-pdf", "pdf-encrypted", "pdf-too-large", "paper-not-found"]);

/** Why a stage failed, with its own "try again". */
export function StageProblem<S extends StageName>({ card, stage, retry }: Props<S>) {
  const problem = card.problems.filter((candidate) => candidate.stage === stage).at(-1);
  if (!problem) return null;
  const again = retry && !FINAL.has(problem.type) ? () => retry(stage) : undefined;
  return <ProblemNote problem={problem} retry={again} />;
}
