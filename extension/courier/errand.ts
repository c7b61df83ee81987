import type { Status } from "../shared/api";
import type { Backend } from "../shared/client";
import type { Ask, ErrandKind, News } from "../shared/errands";

/** One errand under way. */
export interface Way<K extends ErrandKind> {
  ask: Ask<K>;
  tell: (news: News<K>) => void;
  backend: Backend;
  status: Status;
  /** Aborted when the page does not want it any more. */
  signal: AbortSignal;
}

/** Throws BackendOff and ProblemError, which the page is told. */
export type Errand<K extends ErrandKind> = (way: Way<K>) => Promise<void>;
