import type { Card, KeptQuestion } from "../../shared/api";
import { CoverageNote } from "../../ui/card/CoverageNote";
import { CardContext } from "../../ui/card/card-context";
import { Icon } from "../../ui/Icon";
import { t } from "../../ui/i18n";
import { Answer } from "./Answer";

interface Props {
  /** The paper's card, for what its passages are called. */
  card: Card;
  kept: KeptQuestion;
  /** Null while something is being answered. */
  goOn: (() => void) | null;
  again: (() => void) | null;
  remove: () => void;
}

/** A question and its answer, as the library keeps them. */
export function Turn({ card, kept, goOn, again, remove }: Props) {
  const { question, lang, coverage, model, card_id } = kept;
  return (
    <li class={question.follows ? "turn turn-on" : "turn"}>
      <h3 class="turn-question" dir="auto">
        {question.text}
      </h3>
      <CardContext.Provider value={{ ...card, id: card_id, question, corrections: [] }}>
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
