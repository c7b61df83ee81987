import { useState } from "preact/hooks";
import type { Card } from "../../shared/api";
import { SentencePair } from "./SentencePair";

/** The abstract in both languages, sentence beside sentence. */
export function Bilingual({ translation }: { translation: NonNullable<Card["translation"]> }) {
  const [active, setActive] = useState<number | null>(null);
  const { lang, sentences } = translation;
  const writing = sentences.filter(({ state, target }) => state === "pending" && target).at(-1)?.n ?? null;
  return (
    <div class="bilingual" onPointerLeave={() => setActive(null)}>
      {sentences.map((sentence) => (
        <SentencePair
          key={sentence.n}
          sentence={sentence}
          lang={lang}
          active={active === sentence.n}
          writing={writing === sentence.n}
          activate={setActive}
        />
      ))}
    </div>
  );
}
