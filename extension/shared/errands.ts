import type { ProblemDocument } from "./api";
import type { TriageErrands } from "./triage";

/**
 * What the courier does for content scripts, which have neither network nor token: what is asked, and
 * what it tells meanwhile, as often as it likes. Both ways lead through the background, as Firefox
 * delivers a content script's message to no frame.
 */
export type Errands = TriageErrands;

export type ErrandKind = keyof Errands;
export type Ask<K extends ErrandKind> = Errands[K]["ask"];
export type News<K extends ErrandKind> = Errands[K]["news"];

/** Why an errand came to nothing: there is no backend to talk to, or it said no. */
export type Trouble =
  | { is: "unpaired" }
  | { is: "off" }
  | { is: "blocked" }
  | { is: "mismatch"; update: "extension" | "backend" }
  | { is: "refused"; problem: ProblemDocument };

/** To the courier: go, or come back from an errand that is under way. `id` names the errand. */
export type Order =
  | { [K in ErrandKind]: { id: string; errand: K; ask: Ask<K> } }[ErrandKind]
  | { id: string; errand: null };

/** From the courier: news of an errand, or its end. */
export type FromCourier =
  | { id: string; is: "news"; news: News<ErrandKind> }
  | { id: string; is: "end"; trouble: Trouble | null };
