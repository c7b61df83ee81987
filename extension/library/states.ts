import type { PaperEntry } from "../shared/api";
import type { MessageKey } from "../ui/i18n";

export type ReadingState = PaperEntry["state"];

/** What a reader may make of a paper, in the order in which it goes. */
export const STATE_NAMES = {
  to_read: "paper_to_read",
  skimmed: "paper_skimmed",
  read: "paper_read",
  dropped: "paper_dropped",
} as const satisfies Record<ReadingState, MessageKey>;

export const STATES = Object.keys(STATE_NAMES) as ReadingState[];
