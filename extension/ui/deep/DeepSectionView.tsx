import type { Card, DeepSection } from "../../shared/api";
import { Caret } from "../card/Caret";
import type { PartProps } from "../card/part";
import { StageProblem } from "../card/StageProblem";
import { spokenByUs, t } from "../i18n";
import { RichText } from "../RichText";
import { isPending, isRunning } from "../stages";
import { DeepBlock } from "./DeepBlock";

interface Props extends Pick<PartProps, "stages" | "retry"> {
  section: DeepSection;
  card: Card;
}

/** One section: what is planned, then the text as it is written, then the text as it was checked. */
export function DeepSectionView({ section, card, stages, retry }: Props) {
  const { name, heading, points, draft, blocks, length } = section;
  const title = t(`deep_${name}`);
  const writing = isRunning(stages, name);
  const over = !isPending(stages, name);
  const failed = card.problems.some(({ stage }) => stage === name);
  return (
    <section class="deep-section" id={`deep-${name}`} aria-label={title}>
      {heading && (
        <p class="deep-kicker" {...spokenByUs()}>
          {title}
        </p>
      )}
      <h2 {...(heading ? {} : spokenByUs())}>
        {heading ? <RichText text={heading} links={false} /> : title}
      </h2>
      {!draft && blocks.length === 0 && !over && (
        <ul class="deep-points">
          {points.map((point) => (
            <li key={point}>
              <RichText text={point} links={false} />
            </li>
          ))}
        </ul>
      )}
      {draft && <Draft text={draft} />}
      {blocks.map((block, index) => (
        <DeepBlock key={index} block={block} part={`deep/${name}/${index}`} card={card} />
      ))}
      {writing && (blocks.length > 0 || (!draft && points.length > 0)) && <Caret />}
      {over && length && <Note text={t(length === "short" ? "deep_short" : "deep_long")} />}
      {over && !failed && name === "resources" && blocks.length === 0 && <Note text={t("deep_none_named")} />}
      <StageProblem card={card} stage={name} retry={retry} />
    </section>
  );
}

function Draft({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n+/).map((paragraph, index, all) => (
        <p key={index} class="deep-paragraph">
          <RichText text={paragraph} links={false} />
          {index === all.length - 1 && <Caret />}
        </p>
      ))}
    </>
  );
}

function Note({ text }: { text: string }) {
  return (
    <p class="deep-note" {...spokenByUs()}>
      {text}
    </p>
  );
}
