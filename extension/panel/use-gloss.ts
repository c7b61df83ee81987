import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Backend } from "../shared/client";
import type { StageName } from "../ui/stages";
import { ask, askAgain, type Gloss, type Wish } from "./ask";

interface Glossing {
  gloss: Gloss;
  /** Asks for the paper again from the start. */
  restart: () => void;
  retry: (stage: StageName) => void;
}

/** Asks for what the reader wishes, and follows it for as long as the wish stays. */
export function useGloss(backend: Backend, wish: Wish, lose: (reason: unknown) => void): Glossing {
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
    ask(backend, wish, setGloss, mine.signal).catch((reason) => mine.signal.aborted || lose(reason));
    return () => leave.current.abort();
  }, [backend, route.show, target, lang, engine, round]);

  const retry = (stage: StageName) => {
    if (gloss.is !== "view") return;
    leave.current.abort();
    const mine = new AbortController();
    leave.current = mine;
    askAgain(backend, gloss.view, stage, setGloss, mine.signal).catch(
      (reason) => mine.signal.aborted || lose(reason),
    );
  };
  const restart = useCallback(() => setRound((before) => before + 1), []);
  return { gloss, restart, retry };
}
