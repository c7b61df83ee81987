import type { Card, Sentence } from "../../shared/api";

export type Selection = NonNullable<Card["selection"]>;

/** The sentences of each paragraph. */
export function inParagraphs({ sentences, paragraphs }: Selection): Sentence[][] {
  let from = 0;
  return paragraphs.map((length) => {
    from += length;
    return sentences.slice(from - length, from);
  });
}

/** What stands between two sentences of a language. */
export function spaceOf(lang: string): string {
  return /^(zh|ja)/.test(lang) ? "" : " ";
}

/** The whole answer as plain text, formulas as `$LaTeX$`. */
export function plainText(selection: Selection): string {
  if (selection.task !== "translation") return selection.answer;
  return inParagraphs(selection)
    .map((paragraph) => paragraph.map(({ source, target }) => target ?? source).join(spaceOf(selection.lang)))
    .join("\n\n");
}
