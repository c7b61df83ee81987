import type { Kind } from "../arxiv/kinds";

/** What a feature knows of the page it works on. */
export interface Here {
  kind: Kind;
  /** The one paper that the page is about, with the version where it names one; else null. */
  paper: string | null;
  /** Opens the panel for a paper, or closes it where it is open for it. */
  toggle(paper: string): void;
  /** Aborted when the reader leaves: the feature then takes away what it added. */
  signal: AbortSignal;
}

/** One thing that we add to a page, in a file of its own. It must live with any markup, and never throw. */
export type Feature = (here: Here) => void;
