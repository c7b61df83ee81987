import type { PaperGroup } from "../shared/api";

/** Height of a line and of a heading, in pixels at the usual size; the style sheet draws them so. */
export const LINE = 84;
export const HEADING = 38;

/** Lines under one heading (or all of them, under none). */
export interface Run {
  /** What the heading says; null: there is no heading. */
  key: string | null;
  first: number;
  count: number;
  /** Where its heading begins. */
  top: number;
}

/** The runs of a list of `total` lines, one under the other. */
export function runsOf(total: number, groups: readonly PaperGroup[] | null): Run[] {
  if (!groups) return [{ key: null, first: 0, count: total, top: 0 }];
  const runs: Run[] = [];
  let first = 0;
  let top = 0;
  for (const { key, count } of groups) {
    runs.push({ key, first, count, top });
    first += count;
    top += HEADING + count * LINE;
  }
  return runs;
}

export function heightOf(runs: readonly Run[]): number {
  const last = runs.at(-1);
  return last ? firstLine(last) + last.count * LINE : 0;
}

/** Where line `index` begins. */
export function topOf(runs: readonly Run[], index: number): number {
  const run = runs[lastWhere(runs, ({ first }) => first <= index)];
  return run ? firstLine(run) + (index - run.first) * LINE : 0;
}

/** The lines between two heights, from the first to before the end, and the runs that they are in. */
export function between(
  runs: readonly Run[],
  top: number,
  bottom: number,
): { first: number; end: number; runs: readonly Run[] } {
  const from = lastWhere(runs, (run) => run.top <= Math.max(0, top));
  const to = lastWhere(runs, (run) => run.top < bottom);
  const [begin, finish] = [runs[from], runs[to]];
  if (!begin || !finish) return { first: 0, end: 0, runs: [] };
  return {
    first: lineAt(begin, top),
    end: lineAt(finish, Math.ceil(bottom) + LINE - 1),
    runs: runs.slice(from, to + 1),
  };
}

function firstLine({ key, top }: Run): number {
  return top + (key === null ? 0 : HEADING);
}

function lineAt(run: Run, height: number): number {
  const inside = Math.floor((height - firstLine(run)) / LINE);
  return run.first + Math.min(run.count, Math.max(0, inside));
}

/** The last place at which `holds`, which holds up to some place and not after it; -1: nowhere. */
function lastWhere(runs: readonly Run[], holds: (run: Run) => boolean): number {
  let low = -1;
  let high = runs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && holds(run)) low = middle;
    else high = middle;
  }
  return low;
}
