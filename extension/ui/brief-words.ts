import type { Quote } from "../shared/triage";
import type { MessageKey } from "./i18n";

/** Says a message in the language of whoever calls: the page's, or the browser's on arXiv's pages. */
export type Say = (key: MessageKey, ...values: (string | number)[]) => string;

/** How many papers, by whom, and for how much. */
export function quoteWords(quote: Quote, say: Say): string[] {
  const { papers, fresh, engine, model, local, cost, tokens, left, provider } = quote;
  const known = papers - fresh;
  return [
    papers === 1 ? say("triage_papers_one") : say("triage_papers", papers),
    known > 0 && say("triage_known", known),
    engine === "extractive" && say("triage_no_model"),
    engine === "local" && say("triage_draft", model),
    engine === "openai" && local && say("triage_local", model),
    cost !== null && say("triage_cost", cost, model),
    tokens !== null && say("triage_tokens", tokens, model),
    left !== null && say("triage_left", left),
    engine === "openai" && !local && fresh > 0 && say("triage_sent", provider ?? ""),
  ].filter((words) => words !== false);
}

const FAILED: Partial<Record<string, MessageKey>> = {
  number_missing: "cite_missing",
  name_missing: "cite_name_missing",
  contradicted: "cite_contradicted",
  miscited: "cite_miscited",
  passage_missing: "cite_passage_missing",
  uncited: "cite_uncited",
};

/** What the check of a sentence has found: whether it passed, and the words for it. */
export function checkWords(
  check: string,
  detail: string | null,
  own: boolean,
  say: Say,
): [passed: boolean, words: string] {
  const failed = FAILED[check];
  if (failed) return [false, say(failed, detail ?? "")];
  if (own) return [true, say("triage_own")];
  return [true, say(check === "supported" ? "triage_checked" : "triage_unchecked")];
}
