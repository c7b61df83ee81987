import type { Card, Saying } from "../../shared/api";
import { Icon } from "../Icon";
import { t } from "../i18n";
import { RichText } from "../RichText";
import { Said } from "./Said";

/** Characters by which a selection is told from the others. */
const NAME_LENGTH = 60;

interface Props {
  saying: Saying & { answer: NonNullable<Card["selection"]> };
  /** Null where it cannot be deleted now. */
  remove: (() => void) | null;
}

/** What was selected in the paper, and what was said of it. */
export function KeptSelection({ saying: { text, answer, model }, remove }: Props) {
  return (
    <li>
      <blockquote class="selected" dir="auto">
        {text.split("\n\n").map((paragraph, n) => (
          <p key={n}>
            <RichText text={paragraph} links={false} />
          </p>
        ))}
      </blockquote>
      <Said selection={answer} writing={false} />
      <div class="turn-foot">
        <span class="grow" />
        <span translate={false}>{model}</span>
        {remove && (
          <button
            type="button"
            class="icon-button"
            aria-label={t("selection_remove", text.slice(0, NAME_LENGTH))}
            title={t("question_remove_short")}
            onClick={remove}
          >
            <Icon name="remove" />
          </button>
        )}
      </div>
    </li>
  );
}
