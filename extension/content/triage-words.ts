import type { Problem } from "../shared/api";
import type { Trouble } from "../shared/errands";
import type { Quote } from "../shared/triage";
import type { MessageKey } from "../ui/i18n";

/** A message in the browser's language, as the rest of what stands on arXiv's page. */
export function say(key: MessageKey, ...values: (string | number)[]): string {
  return chrome.i18n.getMessage(
    key,
    values.map((value) =>
      typeof value === "number" ? value.toLocaleString(chrome.i18n.getUILanguage()) : value,
    ),
  );
}

/** The reason and the advice for a problem, in the backend's own words where its slug is newer than we are. */
export function problemWords({
  type,
  title,
  hint,
}: Pick<Problem, "type" | "title" | "hint">): [string, string] {
  const slug = type.replaceAll("-", "_");
  const reason = chrome.i18n.getMessage(`problem_${slug}`) || title;
  return [reason, chrome.i18n.getMessage(`hint_${slug}`) || hint];
}

/** Why nothing can be done, and what to do about it. */
export function troubleWords(trouble: Trouble): [reason: string, advice: string] {
  if (trouble.is === "off") return [say("off_title"), say("triage_off_how")];
  if (trouble.is === "unpaired") return [say("unpaired_title"), say("triage_unpaired_how")];
  if (trouble.is === "blocked") return [say("blocked_title"), say("triage_blocked_how")];
  if (trouble.is === "refused") return problemWords(trouble.problem);
  return [
    say("mismatch_title"),
    say(trouble.update === "backend" ? "pair_update_backend" : "pair_update_extension"),
  ];
}

/** How many papers, by whom, and for how much. */
export function quoteWords(quote: Quote): string[] {
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
): [passed: boolean, words: string] {
  const failed = FAILED[check];
  if (failed) return [false, say(failed, detail ?? "")];
  if (own) return [true, say("triage_own")];
  return [true, say(check === "supported" ? "triage_checked" : "triage_unchecked")];
}
