import { useState } from "preact/hooks";
import type { Card } from "../../shared/api";
import { beingWritten } from "../stages";
import { SentencePair } from "./SentencePair";

/** The abstract in both languages, sentence beside sentence. */
export function Bilingual({ translation }: { translation: NonNullable<Card["translation"]> }) {
  const [active, setActive] = useState<number | null>(null);
  const { lang, sentences } = translation;
  const writing = beingWritten(sentences)?.n ?? null;
  return (
    <div class="bilingual" onPointerLeave={() => setActive(null)}>
      {sentences.map((sentence, index) => (
        <SentencePair
          key={sentence.n}
          sentence={sentence}
          part={`translation/sentences/${index}`}
          lang={lang}
          active={active === sentence.n}
          writing={writing === sentence.n}
          activate={setActive}
        />
      ))}
    </div>
  );
}
