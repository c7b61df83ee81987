import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Card, CorrectionRequest } from "../shared/api";
import type { Backend } from "../shared/client";
import { correctCard } from "../shared/paper-client";
import { ProblemError } from "../shared/problems";
import type { StageName } from "../ui/stages";
import { ask, askAgain, type Gloss, makeAnew, type Wish } from "./ask";
import type { GlossView } from "./gloss-view";

interface Glossing {
  gloss: Gloss;
  /** Asks for the paper again from the start. */
  restart: () => void;
  retry: (stage: StageName) => void;
  /** Makes the card on screen anew, as one more revision; by another model of the provider where one is named. */
  regenerate: (model?: string) => void;
  /** Keeps what the reader has put right; resolves with whether it was kept. */
  correct: (request: CorrectionRequest) => Promise<boolean>;
}

/** Asks for what the reader wishes as soon as there is a backend, and follows it for as long as the wish stays. */
export function useGloss(backend: Backend | null, wish: Wish, lose: (reason: unknown) => void): Glossing {
  const [gloss, setGloss] = useState<Gloss>({ is: "asking" });
  const [round, setRound] = useState(0);
  const leave = useRef(new AbortController());
  const { route, lang, engine } = wish;
  const target = route.show === "paper" ? route.paper : route.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wish by its parts; a new round asks again
  useEffect(() => {
    const mine = new AbortController();
    leave.current = mine;
    setGloss({ is: "asking" });
    if (!backend) return;
    ask(backend, wish, setGloss, mine.signal).catch((reason) => mine.signal.aborted || lose(reason));
    return () => leave.current.abort();
  }, [backend, route.show, target, lang, engine, round]);

  const follow = (work: (backend: Backend, view: GlossView, signal: AbortSignal) => Promise<void>) => {
    if (!backend || gloss.is !== "view") return;
    leave.current.abort();
    const mine = new AbortController();
    leave.current = mine;
    work(backend, gloss.view, mine.signal).catch((reason) => mine.signal.aborted || lose(reason));
  };
  const retry = (stage: StageName) =>
    follow((backend, view, signal) => askAgain(backend, view, stage, setGloss, signal));
  const regenerate = (model?: string) =>
    follow((backend, view, signal) => makeAnew(backend, view, model, setGloss, signal));
  const correct = async (request: CorrectionRequest) => {
    if (!backend || gloss.is !== "view") return false;
    try {
      const { corrections } = await correctCard(backend, gloss.view.card.id, request);
      setGloss((now) => (now.is === "view" ? withCorrections(now, corrections) : now));
      return true;
    } catch (reason) {
      if (!(reason instanceof ProblemError)) lose(reason);
      return false;
    }
  };
  const restart = useCallback(() => setRound((before) => before + 1), []);
  return { gloss, restart, retry, regenerate, correct };
}

function withCorrections(gloss: Gloss & { is: "view" }, corrections: Card["corrections"]): Gloss {
  const { view } = gloss;
  return { ...gloss, view: { ...view, card: { ...view.card, corrections } } };
}
