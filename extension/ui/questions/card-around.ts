import type { Card, KeptQuestion } from "../../shared/api";
import { blankCard } from "../blank-card";

/** The card around a kept answer. Its paper's card, where there is one, says what its passages are called. */
export function cardAround({ card_id, question, ...kept }: KeptQuestion, paper: Card | null): Card {
  const { lang, engine, model } = kept;
  const key = { paper: "", kind: "question", lang, engine, model, prompt_version: "", asked: null } as const;
  return { ...(paper ?? blankCard(key)), state: "done", id: card_id, question, corrections: [] };
}
