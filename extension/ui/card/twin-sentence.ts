import type { Translation } from "../../shared/api";

/** Below this likeness (Dice coefficient of character pairs) two sentences say different things. */
const ALIKE = 0.25;

/**
 * The English sentence of the abstract whose translation is most like a claim, or "": it lends its words
 * to the search for the claim in an English quote.
 */
export function twinSentence(claim: string, translation: Translation | null): string {
  let best = { likeness: ALIKE, source: "" };
  for (const { source, target } of translation?.sentences ?? []) {
    const likeness = target ? dice(pairs(claim), pairs(target)) : 0;
    if (likeness > best.likeness) best = { likeness, source };
  }
  return best.source;
}

function pairs(text: string): Set<string> {
  const letters = text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

function dice(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
