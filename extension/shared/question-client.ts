import type { GlossAnswer, QuestionList, QuestionRequest } from "./api";
import { type Backend, jsonBody } from "./client";

/** The stored answer to a question, or the job that makes it. */
export function askPaper(backend: Backend, request: QuestionRequest): Promise<GlossAnswer> {
  return backend.json("/questions", jsonBody("POST", request));
}

/** What was asked about a card's paper, oldest first, and what else may be asked. */
export function questionsOf(backend: Backend, card: string): Promise<QuestionList> {
  return backend.json(`/cards/${encodeURIComponent(card)}/questions`);
}

/** What was asked about several papers together, oldest first, and what else may be asked. */
export function questionsAbout(
  backend: Backend,
  papers: readonly string[],
  lang: string,
): Promise<QuestionList> {
  const query = new URLSearchParams([...papers.map((paper) => ["paper", paper]), ["lang", lang]]);
  return backend.json(`/questions?${query}`);
}
