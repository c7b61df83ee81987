import { useEffect, useRef, useState } from "preact/hooks";
import type { Card, Sentence } from "../shared/api";

type Phase = "offered" | "fetching" | "writing" | "done" | "failed";

export interface BrowserTranslation {
  /** Null where this browser or this card has no use for it. */
  phase: Phase | null;
  /** Share of what the browser fetches first, from 0 to 1. */
  fetched: number;
  start: () => void;
  /** The card with what the browser has translated; the backend's copy stays as it is. */
  card: Card;
}

/** The browser's own translator, for a card that was made without any model. */
export function useBrowserTranslation(card: Card): BrowserTranslation {
  const { engine, lang } = card.key;
  const useful = engine === "extractive" && card.state !== "running" && card.translation !== null;
  const [phase, setPhase] = useState<Phase | null>(null);
  const [fetched, setFetched] = useState(0);
  const [texts, setTexts] = useState<readonly string[]>([]);
  const stop = useRef(new AbortController());

  // biome-ignore lint/correctness/useExhaustiveDependencies: another card begins anew
  useEffect(() => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setPhase(null);
    setTexts([]);
    const offer = async () => {
      const { canTranslate } = await import("./browser-translator");
      if ((await canTranslate(lang)) && !signal.aborted) setPhase("offered");
    };
    if (useful) void offer();
    return () => stop.current.abort();
  }, [useful, lang, card.id]);

  const start = () => {
    const { signal } = stop.current;
    setPhase("fetching");
    setTexts([]);
    const originals = sentences(card).map(({ source }) => source);
    const onText = (_: number, text: string) => {
      setPhase("writing");
      setTexts((before) => [...before, text]);
    };
    import("./browser-translator")
      .then(({ translateAll }) => translateAll(lang, originals, { signal, onFetched: setFetched, onText }))
      .then(
        () => setPhase("done"),
        () => signal.aborted || setPhase("failed"),
      );
  };
  return { phase, fetched, start, card: texts.length > 0 ? translated(card, texts) : card };
}

function sentences({ translation }: Card): Sentence[] {
  return translation ? [translation.title, ...translation.sentences] : [];
}

/** What came back empty or unchanged is no translation: it stays the original. */
function translated(card: Card, texts: readonly string[]): Card {
  const [title, ...others] = sentences(card).map((sentence, index): Sentence => {
    const target = texts[index];
    if (!target || target === sentence.source) return sentence;
    return { ...sentence, target, state: "ok", reason: null };
  });
  if (!card.translation || !title) return card;
  return { ...card, translation: { ...card.translation, title, sentences: others } };
}
