import type { Card } from "../../shared/api";
import { direction } from "../format";
import { RichText } from "../RichText";
import { isPending, type StageStates } from "../stages";
import { Caret } from "./Caret";
import { Correctable } from "./Correctable";

interface Props {
  card: Card;
  stages: StageStates;
  /** Watched while it is written: room is kept for as many lines as the original has. */
  live: boolean;
}

/** The title in the reader's language, the original under it. */
export function Title({ card, stages, live }: Props) {
  const original = card.metadata?.title ?? "";
  const target = card.translation?.title.target;
  const begun = card.translation?.sentences.some((sentence) => sentence.target);
  const translated = target && target !== original;
  if (!translated && !isPending(stages, "translation")) {
    return (
      <h1 class="title" dir="auto">
        <RichText text={original} />
      </h1>
    );
  }
  return (
    <>
      <h1
        class="title title-target"
        lang={card.key.lang}
        dir={direction(card.key.lang)}
        data-room={live ? original : undefined}
      >
        <span>
          {target ? (
            <Correctable part="translation/title" text={target}>
              {(text) => <RichText text={text} />}
            </Correctable>
          ) : (
            <span class="hidden-visually">{original}</span>
          )}
          {!begun && <Caret />}
        </span>
      </h1>
      <p class="title-original" lang="en" dir="ltr">
        <RichText text={original} />
      </p>
    </>
  );
}
