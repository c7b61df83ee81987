import type { Card, KeptQuestion } from "../../shared/api";
import { CoverageNote } from "../card/CoverageNote";
import { CardContext } from "../card/card-context";
import { Icon } from "../Icon";
import { t } from "../i18n";
import { Answer } from "./Answer";
import { cardAround } from "./card-around";

interface Props {
  /** The paper's card, for what its passages are called; null where it has none. */
  card: Card | null;
  kept: KeptQuestion;
  /** Null where nothing can be asked now. */
  goOn: (() => void) | null;
  again: (() => void) | null;
  remove: () => void;
}

/** A question and its answer, as the library keeps them. */
export function Turn({ card, kept, goOn, again, remove }: Props) {
  const { question, lang, coverage, model } = kept;
  return (
    <li class={question.follows ? "turn turn-on" : "turn"}>
      <h3 class="turn-question" dir="auto">
        {question.text}
      </h3>
      <CardContext.Provider value={cardAround(kept, card)}>
        <Answer question={question} lang={lang} writing={false} />
      </CardContext.Provider>
      {coverage && <CoverageNote coverage={coverage} />}
      <div class="turn-foot">
        {goOn && question.answered !== "searched" && (
          <button type="button" class="link-button" onClick={goOn}>
            {t("question_go_on")}
          </button>
        )}
        {again && (
          <button type="button" class="link-button" onClick={again}>
            {t("question_again")}
          </button>
        )}
        <span class="grow" />
        <span translate={false}>{model}</span>
        <button
          type="button"
          class="icon-button"
          aria-label={t("question_remove", question.text)}
          title={t("question_remove_short")}
          onClick={remove}
        >
          <Icon name="remove" />
        </button>
      </div>
    </li>
  );
}
