import type { Card, CardKey, JobView } from "../shared/api";
import { blankCard } from "../ui/blank-card";
import { SECTIONS, type StageStates } from "../ui/stages";

/** What the panel knows of one gloss: the card so far, and how its job is doing. */
export interface GlossView {
  card: Card;
  stages: StageStates;
  /** The job that made the card; null for a card opened from the library until it is asked for. */
  job: string | null;
  state: "running" | "ended" | "cancelled";
  /** Sequence number of the last event applied; the stream resumes after it. */
  seq: number;
  /** True where the reader saw it being written: space stays reserved so that nothing moves. */
  live: boolean;
  /** True while the connection is broken and being tried again. */
  lost: boolean;
}

export function viewOfCard(card: Card): GlossView {
  return { card, stages: {}, job: null, state: "ended", seq: 0, live: false, lost: false };
}

export function viewOfJob(job: JobView): GlossView {
  return {
    card: blankCard(job.key),
    stages: waiting(job.key.kind),
    job: job.id,
    state: "running",
    seq: 0,
    live: true,
    lost: false,
  };
}

/** What a job begins with: every stage may still bring something. */
function waiting(kind: CardKey["kind"]): StageStates {
  const own = kind === "deep" ? ["outline", ...SECTIONS, "resources"] : ["translation", "summary"];
  return Object.fromEntries(
    ["metadata", "reading", "figures", ...own].map((name) => [
      name,
      { state: "waiting", progress: null, retry: null },
    ]),
  );
}
