import type { Card, JobView, Progress, Retry, Sentence, StageEvent } from "../shared/api";
import { type MessageKey, t } from "./i18n";
import { problemText } from "./problem-text";

export type StageName = StageEvent["name"];

export interface StageStatus {
  state: StageEvent["state"];
  progress: Progress | null;
  retry: Retry | null;
}

/** What is known of the stages; empty for a card from the library. */
export type StageStates = Partial<Record<StageName, StageStatus>>;

export function isRunning(stages: StageStates, name: StageName): boolean {
  return stages[name]?.state === "running";
}

/** The written sections of a deep read. */
export const SECTIONS = [
  "motivation",
  "prior_work",
  "method",
  "experiments",
  "limits",
  "reading_list",
] as const satisfies StageName[];

/** What is being done while a stage runs. */
export const DOING: Partial<Record<StageName, MessageKey>> = {
  metadata: "stage_metadata",
  reading: "stage_reading",
  translation: "stage_translation",
  figures: "stage_figures",
  summary: "stage_summary",
  question: "stage_question",
  outline: "stage_outline",
  ...Object.fromEntries(SECTIONS.map((name) => [name, "stage_sections"])),
};

/** True while the stage may still bring something. */
export function isPending(stages: StageStates, name: StageName): boolean {
  const state = stages[name]?.state;
  return state === "waiting" || state === "running";
}

/** How far a job is: waiting, or so many of its stages. */
export function jobState({ state, stages }: JobView): string {
  if (state === "queued") return t("queue_waiting");
  const over = stages.filter((stage) => stage.state !== "waiting" && stage.state !== "running").length;
  return t("queue_stages", over, stages.length);
}

/** The state in the heading of the translated abstract: `3 / 8 sentences`. */
export function translationState(card: Card, stages: StageStates): string {
  const stage = stages.translation;
  if (stage?.retry) return retryState(stage.retry);
  const sentences = card.translation?.sentences ?? [];
  if (sentences.length === 0) return stage?.state === "running" ? t("state_starting") : "";
  const done = sentences.filter(({ target }) => target).length - (beingWritten(sentences) ? 1 : 0);
  return t("state_sentences", done, sentences.length);
}

/** The sentence that is being written now, if any. */
export function beingWritten(sentences: readonly Sentence[]): Sentence | undefined {
  const last = sentences.filter(({ target }) => target).at(-1);
  return last?.state === "pending" ? last : undefined;
}

/** The state in the heading of the summary: first the reading, then the writing, then the coverage. */
export function summaryState(card: Card, stages: StageStates): string {
  const { reading, summary } = stages;
  if (summary?.retry) return retryState(summary.retry);
  if (reading?.state === "running") return readingState(reading.progress);
  if (summary?.state === "running" && !card.summary?.length) return t("state_thinking");
  return card.coverage ? coverageState(card.coverage) : "";
}

/** The state in the heading of the figures: how many of each kind. */
export function figuresState(card: Card, stages: StageStates): string {
  if (!card.figures) return isRunning(stages, "figures") ? t("state_starting") : "";
  const tables = card.figures.filter((figure) => figure.kind === "table").length;
  const pictures = card.figures.length - tables;
  return [
    pictures && t(pictures === 1 ? "state_figures_one" : "state_figures", pictures),
    tables && t(tables === 1 ? "state_tables_one" : "state_tables", tables),
  ]
    .filter(Boolean)
    .join(" · ");
}

function coverageState({ pages_read, pages_of, source }: NonNullable<Card["coverage"]>): string {
  return source === "abstract" ? t("state_abstract_only") : t("state_pages", pages_read, pages_of);
}

function readingState(progress: Progress | null): string {
  if (progress?.unit !== "pages") return t("state_reading");
  return t("state_reading_page", Math.min(progress.done + 1, progress.total), progress.total);
}

/** Why a call failed, how long is waited, and which try comes then. */
function retryState({ attempt, wait, reason }: Retry): string {
  const why = problemText({ type: reason, title: "", detail: "", hint: "" }).reason;
  return t("state_retry", Math.ceil(wait), attempt + 1, why).trim();
}
