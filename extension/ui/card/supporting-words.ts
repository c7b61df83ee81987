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

/** A sentence that shares less than this part of its words with the quote is about something else. */
const RELATED = 0.5;

/**
 * The quote with the words and numbers marked that it shares with a claim. `wording` is the claim and, second,
 * a sentence in the quote's language that may say the same. Neighbours are joined to one mark.
 */
export function supportingWords(quote: string, [claim = "", twin = ""]: readonly string[]): Run[] {
  const quoted = wordsOf(quote);
  const lent = [...wordsOf(twin)];
  const related = lent.filter((word) => quoted.has(word)).length >= RELATED * lent.length;
  const wanted = new Set([...wordsOf(claim), ...(related ? lent : [])]);
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
  if (marked && before?.marked && last && bridges(last.text)) {
    runs.splice(-2, 2, { text: before.text + last.text + text, marked: true });
  } else {
    runs.push({ text, marked });
  }
}

/** A gap of blanks and at most two words that carry nothing does not end a mark. */
function bridges(gap: string): boolean {
  const words = gap.match(TOKEN) ?? [];
  return /^[\p{L}\s,-]+$/u.test(gap) && words.length <= 2 && !words.some((word) => carries(bare(word)));
}

function wordsOf(text: string): Set<string> {
  return new Set([...text.matchAll(TOKEN)].map(([token]) => bare(token)).filter(carries));
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
