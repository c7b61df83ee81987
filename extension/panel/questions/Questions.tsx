import { useCallback } from "preact/hooks";
import type { Card, Status } from "../../shared/api";
import { questionsOf } from "../../shared/question-client";
import { useBackend } from "../../ui/backend";
import { Conversation } from "./Conversation";

interface Props {
  /** A stored card: the answers are in its language and about its version of the paper. */
  card: Card;
  engine: Status["engine"];
  lose: (reason: unknown) => void;
}

/** Questions about the paper of a card. */
export function Questions({ card, engine, lose }: Props) {
  const backend = useBackend();
  const read = useCallback(() => questionsOf(backend, card.id), [backend, card.id]);
  const { paper, lang } = card.key;
  return <Conversation card={card} lang={lang} about={{ paper, papers: [] }} {...{ read, engine, lose }} />;
}
