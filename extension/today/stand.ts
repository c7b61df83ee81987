import type { BatchView, Problem, ProblemDocument } from "../shared/api";
import type { Quote } from "../shared/triage";

/** Where the glosses of the page's papers stand. */
export type Stand =
  | { is: "idle" }
  | { is: "asking" }
  | { is: "offer"; quote: Quote; papers: string[] }
  | { is: "running"; batch: string; ended: number; total: number; lost: boolean }
  | { is: "ended"; batch: BatchView }
  | { is: "refused"; problem: ProblemDocument };

/** Why papers have no gloss, by their ids. */
export type Failures = ReadonlyMap<string, Problem | null>;

/** How many papers a batch has. */
export function size({ counts }: BatchView): number {
  return Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);
}

/** A batch as it is told: at work, or at its end. */
export function standOf(batch: BatchView): Stand {
  if (batch.state !== "running") return { is: "ended", batch };
  return { is: "running", batch: batch.id, ended: 0, total: size(batch), lost: false };
}

/** One more paper has ended. */
export function oneMore(stand: Stand): Stand {
  return stand.is === "running" ? { ...stand, ended: stand.ended + 1, lost: false } : stand;
}
