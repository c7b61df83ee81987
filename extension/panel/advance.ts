import type { Event, StageEvent } from "../shared/api";
import type { StageStates } from "../ui/stages";
import { apply } from "./fold";
import type { GlossView } from "./gloss-view";

/** The view after one event; an event that was already applied changes nothing. */
export function advance(view: GlossView, seq: number, event: Event): GlossView {
  if (seq <= view.seq) return view;
  const next = { ...view, seq, card: apply(view.card, event) };
  if (event.type === "stage") return { ...next, stages: withStage(view.stages, event) };
  if (event.type === "done") return { ...next, state: event.state === "cancelled" ? "cancelled" : "ended" };
  return next;
}

function withStage(stages: StageStates, { name, state, progress, retry }: StageEvent): StageStates {
  return { ...stages, [name]: { state, progress: progress ?? stages[name]?.progress ?? null, retry } };
}
