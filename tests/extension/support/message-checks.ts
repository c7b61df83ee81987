export type Messages = Record<string, { message: string }>;

const holes = (message: string) => [...message.matchAll(/\$\d/g)].map(([hole]) => hole).sort();

/** Keys that one language lacks, has too many of, leaves empty, or gives other places to fill than English. */
export function differing(messages: Messages, english: Messages): string[] {
  const all = [...new Set([...Object.keys(english), ...Object.keys(messages)])];
  return all.filter((key) => {
    const [ours, theirs] = [english[key]?.message, messages[key]?.message];
    return !ours || !theirs || String(holes(ours)) !== String(holes(theirs));
  });
}

/** Sentences that another language has as English has them: nobody translated them. */
export function untranslated(messages: Messages, english: Messages): string[] {
  return Object.keys(english).filter((key) => {
    const text = english[key]?.message ?? "";
    return text.split(" ").length > 3 && messages[key]?.message === text;
  });
}

/** Keys that neither the code nor a manifest names, and that are not put together either. */
export function unused(keys: readonly string[], sources: string, composed: ReadonlySet<string>): string[] {
  return keys.filter(
    (key) =>
      !sources.includes(`"${key}"`) &&
      !sources.includes(`__MSG_${key}__`) &&
      !composed.has(key) &&
      !key.startsWith("kept_"),
  );
}

/** Keys that the code names and no language has. */
export function missing(keys: readonly string[], sources: string): string[] {
  const named = [...sources.matchAll(/\bt\(\s*"([a-z0-9_]+)"(?!\s+in\b)/g)].map(([, key]) => key ?? "");
  return named.filter((key) => !keys.includes(key));
}
