import type { Card, Claim, Event, ResultEvent, Sentence, StageEvent, Translation } from "../shared/api";
import { drafted, withoutText, withSection } from "./fold-deep";

type StageName = StageEvent["name"];
type Selection = NonNullable<Card["selection"]>;
type Question = NonNullable<Card["question"]>;

/** The card's fields that go when a stage is reset; of a section of a deep read, its text. */
const SHOWN_BY: Partial<Record<StageName, readonly (keyof Card)[]>> = {
  metadata: ["metadata"],
  translation: ["translation"],
  reading: ["coverage"],
  figures: ["figures"],
  summary: ["summary", "takeaways"],
  selection: ["selection"],
  question: ["question"],
  outline: ["deep"],
};

/**
 * The card after an event; the twin of `gloss/fold.py`. A delta for a sentence that the card does not have
 * changes nothing, a missing claim is made, the same warning or problem counts once. What the event does
 * not touch keeps its identity, so that nothing finished is drawn again.
 */
export function apply(card: Card, event: Event): Card {
  switch (event.type) {
    case "delta":
      return append(card, event.path.split("/"), event.text);
    case "result":
      return { ...card, ...given(card, event.part) };
    case "reset":
      return reset(card, event.stage);
    case "warning":
      return { ...card, warnings: withOnce(card.warnings, event.warning) };
    case "problem":
      return { ...card, problems: withOnce(card.problems, event.problem) };
    case "usage":
      return { ...card, provenance: event.provenance };
    case "done":
      return {
        ...card,
        state: event.state === "cancelled" ? "partial" : event.state,
        id: event.card_id ?? card.id,
      };
    default:
      return card;
  }
}

function given(card: Card, { section, ...part }: ResultEvent["part"]): Partial<Card> {
  const fields = Object.fromEntries(
    Object.entries(part).filter(([, value]) => value !== null && value !== undefined),
  );
  return section ? { ...fields, deep: withSection(card.deep, section) } : fields;
}

function reset(card: Card, stage: StageName): Card {
  const emptied = Object.fromEntries((SHOWN_BY[stage] ?? []).map((field) => [field, null]));
  const problems = card.problems.filter((problem) => problem.stage !== stage);
  return { ...card, deep: withoutText(card.deep, stage), ...emptied, problems };
}

function withOnce<T>(list: T[], item: T): T[] {
  const told = JSON.stringify(item);
  return list.some((known) => JSON.stringify(known) === told) ? list : [...list, item];
}

function append(card: Card, [part, ...place]: string[], text: string): Card {
  if (part === "translation" && card.translation)
    return { ...card, translation: translated(card.translation, place, text) };
  if (part === "selection" && card.selection)
    return { ...card, selection: selected(card.selection, place, text) };
  if (part === "question" && card.question)
    return { ...card, question: answered(card.question, place, text) };
  if (part === "deep" && card.deep && place[0] && place[1] === "draft")
    return { ...card, deep: drafted(card.deep, place[0], text) };
  const index = indexIn(place[0]);
  if ((part === "summary" || part === "takeaways") && place[1] === "text" && index !== null)
    return { ...card, [part]: claimed(card[part] ?? [], index, text) };
  return card;
}

function translated(translation: Translation, place: string[], text: string): Translation {
  const { title, sentences } = translation;
  if (place.join("/") === "title/target") return { ...translation, title: grown(title, text) };
  const index = indexIn(place[1]);
  if (place[0] !== "sentences" || place[2] !== "target" || index === null) return translation;
  return { ...translation, sentences: grownAt(sentences, index, text) };
}

function selected(selection: Selection, place: string[], text: string): Selection {
  if (place.join("/") === "answer") return { ...selection, answer: selection.answer + text };
  const index = indexIn(place[1]);
  if (place[0] !== "sentences" || place[2] !== "target" || index === null) return selection;
  return { ...selection, sentences: grownAt(selection.sentences, index, text) };
}

function answered(question: Question, place: string[], text: string): Question {
  if (place.join("/") === "missing") return { ...question, missing: question.missing + text };
  const index = indexIn(place[1]);
  if (place[0] !== "claims" || place[2] !== "text" || index === null) return question;
  return { ...question, claims: claimed(question.claims, index, text) };
}

function grownAt(sentences: readonly Sentence[], index: number, text: string): Sentence[] {
  return sentences.map((old, n) => (n === index ? grown(old, text) : old));
}

function grown<S extends { target: string | null }>(sentence: S, text: string): S {
  return { ...sentence, target: (sentence.target ?? "") + text };
}

function claimed(claims: readonly Claim[], index: number, text: string): Claim[] {
  const made = [...claims];
  while (made.length <= index)
    made.push({ text: "", role: null, check: { status: "pending", detail: null }, evidence: [] });
  return made.map((claim, n) => (n === index ? { ...claim, text: claim.text + text } : claim));
}

function indexIn(step: string | undefined): number | null {
  return step !== undefined && /^\d+$/.test(step) ? Number(step) : null;
}
