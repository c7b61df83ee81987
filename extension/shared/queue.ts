import type { JobView } from "./api";

/** Whether a job works on one paper that can be opened: a selection, or a question about several, has none. */
export function hasPaper({ key }: JobView): boolean {
  return key.kind !== "selection" && !key.paper.startsWith("papers:");
}
