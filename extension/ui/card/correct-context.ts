import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Card, CorrectionRequest } from "../../shared/api";
import { CardContext } from "./card-context";

/** Keeps a correction; resolves with whether it was kept. */
export type Correct = (request: CorrectionRequest) => Promise<boolean>;

/** The way to put a card right; null where it cannot be, as while it is being written. */
export const CorrectContext = createContext<Correct | null>(null);

type Correction = Card["corrections"][number];

interface Place {
  /** What the reader has put right here before. */
  correction: Correction | undefined;
  /** Keeps other words, or with null the card's own; null where the card cannot be put right. */
  reword: ((text: string | null) => Promise<boolean>) | null;
  /** Flags a passage that does not tell what the claim says, or takes the flag back. */
  flag: ((passage: number, wrong: boolean) => Promise<boolean>) | null;
}

/** One place of the card around, by its path. */
export function useCorrection(part: string): Place {
  const correct = useContext(CorrectContext);
  // Cards stored by earlier versions do not have the field.
  const correction = useContext(CardContext)?.corrections?.find((known) => known.part === part);
  const wrong_evidence = correction?.wrong_evidence ?? [];
  return {
    correction,
    reword: correct && ((text) => correct({ part, text, wrong_evidence })),
    flag:
      correct &&
      ((passage, wrong) => {
        const others = wrong_evidence.filter((known) => known !== passage);
        return correct({
          part,
          text: correction?.text ?? null,
          wrong_evidence: wrong ? [...others, passage] : others,
        });
      }),
  };
}
