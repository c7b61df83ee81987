import type { ProblemDocument } from "./api";
import type { TriageErrands } from "./triage";

/**
 * What the courier does for content scripts, which have neither network nor token: what is asked, and
 * what it tells meanwhile, as often as it likes. An errand is one port, named `courier/errand`.
 */
export type Errands = TriageErrands;

export type ErrandKind = keyof Errands;
export type Ask<K extends ErrandKind> = Errands[K]["ask"];
export type News<K extends ErrandKind> = Errands[K]["news"];

/** Why an errand came to nothing: there is no backend to talk to, or it said no. */
export type Trouble =
  | { is: "unpaired" }
  | { is: "off" }
  | { is: "mismatch"; update: "extension" | "backend" }
  | { is: "refused"; problem: ProblemDocument };

/** From the courier: it is there and may be asked; news; the end. */
export type FromCourier<K extends ErrandKind> =
  | { is: "there" }
  | { is: "news"; news: News<K> }
  | { is: "end"; trouble: Trouble | null };
