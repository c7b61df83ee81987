import type { Card } from "../../shared/api";
import { direction } from "../format";
import type { StageName, StageStates } from "../stages";

/** What every part of a card is drawn from. */
export interface PartProps {
  card: Card;
  stages: StageStates;
  /** "Try again" for one stage; absent while the job runs. */
  retry: ((stage: StageName) => void) | undefined;
  /** Asks for the paper's own key sentences; absent where that is what is shown, or while a job runs. */
  withoutModel?: (() => void) | undefined;
}

/** Language and direction of the claims: without a model they are the paper's own sentences. */
export function spokenIn({ key: { engine, lang } }: Card): { lang: string; dir: "ltr" | "rtl" | "auto" } {
  return engine === "extractive" ? { lang: "en", dir: "auto" } : { lang, dir: direction(lang) };
}
