import type { BatchView, Problem } from "./api";
import type { Segment } from "./segments";

/** What the courier does for the list of a page. `papers` are the ids as the page names them. */
export interface TriageErrands {
  /** What glosses of these papers would take, and who would get the text. */
  "triage.quote": { ask: { papers: string[] }; news: Quote };
  /** Begins, joins or goes on with a batch and follows it; `consent` names the provider that was agreed to. */
  "triage.start": { ask: { papers: string[]; label: string; consent: string | null }; news: TriageNews };
  /** Follows the newest batch with this label; no news where there is none. */
  "triage.join": { ask: { label: string }; news: TriageNews };
  "triage.resume": { ask: { batch: string }; news: TriageNews };
  "triage.cancel": { ask: { batch: string }; news: never };
}

/** Beforehand. Money is written in the browser's language. */
export interface Quote {
  papers: number;
  /** Of these, papers that are not glossed yet. */
  fresh: number;
  engine: "openai" | "local" | "extractive";
  model: string;
  /** Who gets titles and abstracts; null: nobody. */
  provider: string | null;
  /** The model runs on this machine. */
  local: boolean;
  /** The reader must agree to the provider first. */
  asks: boolean;
  /** `$0.01–0.03`; null where nothing is paid, or the price is not known. */
  cost: string | null;
  /** Tokens in all, where the price is not known. */
  tokens: string | null;
  /** What is left of the month's cap, where that may not be enough. */
  left: string | null;
}

export type TriageNews =
  | { is: "batch"; batch: Pick<BatchView, "id" | "state" | "problem" | "counts"> }
  | { is: "line"; paper: string; line: Line }
  | { is: "failed"; paper: string; problem: Problem | null }
  | { is: "lost" };

/** One paper in one line. */
export interface Line {
  /** Null where the title was not translated. */
  title: Segment[] | null;
  text: Segment[];
  /** Language of the sentence. */
  lang: string;
  check: string;
  detail: string | null;
  /** The sentence is the abstract's own. */
  own: boolean;
}
