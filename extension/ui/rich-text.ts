/** A piece of a sentence written by the paper or the model. */
export type Segment =
  | { kind: "text" | "strong" | "code" | "url"; text: string }
  | { kind: "math"; text: string; source: string };

/**
 * `$…$` as pandoc reads it: no space inside the dollars, no digit after the second one, so that
 * "$5 and $10" stays text. A formula that is still being written has no end yet and stays text too.
 */
const PATTERN = new RegExp(
  [
    String.raw`\$\$(?<display>[^$]+?)\$\$`,
    String.raw`(?<![\\$])\$(?<dollars>[^\s$](?:(?:\\\$|[^$\n])*?[^\s$\\])?)\$(?!\d)`,
    String.raw`\\\((?<parens>.+?)\\\)`,
    String.raw`\\\[(?<brackets>.+?)\\\]`,
    String.raw`\*\*(?<strong>[^*\s](?:[^*]*[^*\s])?)\*\*`,
    "`(?<code>[^`\\n]+)`",
    String.raw`(?<url>https?://[^\s<>"'“”‘’（）()，。；、]+)`,
  ].join("|"),
  "g",
);

/** Splits a sentence into text, formulas, addresses and the little Markdown that models write. */
export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(PATTERN)) {
    const segment = read(match);
    if (match.index > end) found.push({ kind: "text", text: text.slice(end, match.index) });
    found.push(segment);
    end = match.index + (segment.kind === "url" ? segment.text.length : match[0].length);
  }
  if (end < text.length) found.push({ kind: "text", text: text.slice(end) });
  return found;
}

function read(match: RegExpMatchArray): Segment {
  const { display, dollars, parens, brackets, strong, code } = match.groups ?? {};
  const math = display ?? dollars ?? parens ?? brackets;
  if (math !== undefined) return { kind: "math", text: math, source: match[0] };
  if (strong !== undefined) return { kind: "strong", text: strong };
  if (code !== undefined) return { kind: "code", text: code };
  return { kind: "url", text: match[0].replace(/[.,;:!?\]}]+$/, "") };
}
