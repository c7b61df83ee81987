import type { Problem } from "../shared/api";
import type { Trouble } from "../shared/errands";
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
