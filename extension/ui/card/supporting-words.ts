/** A run of a quote; marked where it carries the claim. */
export interface Run {
  text: string;
  marked: boolean;
}

const TOKEN = /\d+(?:[.,]\d+)*(?:\s?[%×])?|\p{L}[\p{L}\p{N}-]*/gu;

/** Words that carry nothing, or only meaning that every sentence has. */
const COMMON = new Set(
  (
    "the and for that with this from are our was were has have can its into which their they than these such " +
    "not but also other more most when where while both each between over under using use used via show shows"
  ).split(" "),
);

/**
 * The quote with the words and numbers marked that the claim shares with it. Neighbours are joined, so
 * that a phrase is one mark.
 */
export function supportingWords(quote: string, claim: string): Run[] {
  const wanted = new Set([...claim.matchAll(TOKEN)].map(([token]) => bare(token)).filter(carries));
  const runs: Run[] = [];
  let end = 0;
  for (const match of quote.matchAll(TOKEN)) {
    if (!wanted.has(bare(match[0]))) continue;
    push(runs, quote.slice(end, match.index), false);
    push(runs, match[0], true);
    end = match.index + match[0].length;
  }
  push(runs, quote.slice(end), false);
  return runs;
}

function push(runs: Run[], text: string, marked: boolean): void {
  if (text === "") return;
  const [before, last] = runs.slice(-2);
  if (marked && before?.marked && last && /^\s+$/.test(last.text)) {
    runs.splice(-2, 2, { text: before.text + last.text + text, marked: true });
  } else {
    runs.push({ text, marked });
  }
}

function bare(token: string): string {
  return token
    .replace(/\s/g, "")
    .replace(/,(?=\d{3})/g, "")
    .toLowerCase();
}

function carries(token: string): boolean {
  return /\d/.test(token) || (token.length > 2 && !COMMON.has(token));
}
