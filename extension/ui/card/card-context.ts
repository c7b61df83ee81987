import { createContext } from "preact";
import type { Card } from "../../shared/api";

/** The card around a claim, for its opened evidence. */
export const CardContext = createContext<Card | null>(null);
