import type { Card, KeptQuestion, Saying } from "../shared/api";

type Of<Answer> = Saying & { answer: Answer };

/** Whether it is a question, with an answer as the backend keeps it: an imported one may hold anything. */
export function questionOf(
  saying: Saying,
): saying is Of<Pick<KeptQuestion, "card_id" | "question" | "coverage">> {
  const { question } = saying.answer;
  return saying.kind === "question" && has(question, "text", "papers", "claims", "nearest");
}

/** Whether it is a selection, with what was said of it as the backend keeps it. */
export function selectionOf(saying: Saying): saying is Of<NonNullable<Card["selection"]>> {
  return saying.kind === "selection" && has(saying.answer, "task", "sentences", "paragraphs", "check");
}

function has(value: unknown, ...fields: string[]): boolean {
  return typeof value === "object" && value !== null && fields.every((field) => field in value);
}
