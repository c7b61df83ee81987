import { useEffect } from "preact/hooks";
import { Caret } from "../card/Caret";
import { CorrectContext } from "../card/correct-context";
import type { PartProps } from "../card/part";
import { StageProblem } from "../card/StageProblem";
import { dress } from "../dress";
import { direction } from "../format";
import { t } from "../i18n";
import { isPending, isRunning } from "../stages";
import { Contents } from "./Contents";
import { DeepSectionView } from "./DeepSectionView";
import { shownOnce } from "./shown-once";
import { Told } from "./Told";

/** The long explainer: its outline first, then section by section as each comes. It is made anew, not edited. */
export function DeepRead({ card, stages, retry }: PartProps) {
  useEffect(() => void dress("../ui/deep/deep.css"), []);
  const { deep } = card;
  const sections = shownOnce(deep?.sections ?? []).filter(
    ({ name, blocks, draft }) =>
      blocks.length > 0 ||
      draft ||
      name === "resources" ||
      isPending(stages, name) ||
      card.problems.some(({ stage }) => stage === name),
  );
  const lede = deep?.lede;
  const words = sections.reduce((total, section) => total + section.words, 0);
  return (
    <CorrectContext.Provider value={null}>
      <div class="deep" lang={card.key.lang} dir={direction(card.key.lang)}>
        <StageProblem card={card} stage="reading" retry={retry} />
        <StageProblem card={card} stage="outline" retry={retry} />
        {!deep && isPending(stages, "outline") && (
          <p class="deep-lede">
            <Caret />
          </p>
        )}
        {lede && (
          <div class="deep-lede">
            <Told claims={[lede]} part="deep/lede" writing={isRunning(stages, "outline")} />
          </div>
        )}
        {sections.length > 0 && <Contents sections={sections} stages={stages} />}
        {sections.map((section) => (
          <DeepSectionView key={section.name} section={section} card={card} stages={stages} retry={retry} />
        ))}
        {words > 0 && <p class="deep-note">{t("deep_words", words)}</p>}
      </div>
    </CorrectContext.Provider>
  );
}
