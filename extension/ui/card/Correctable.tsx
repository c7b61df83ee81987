import type { ComponentChildren } from "preact";
import { useContext, useRef, useState } from "preact/hooks";
import { Icon } from "../Icon";
import { spokenByUs, t } from "../i18n";
import { TextForm } from "../TextForm";
import { CardContext } from "./card-context";
import { useCorrection } from "./correct-context";
import { spokenIn } from "./part";

interface Props {
  /** Path of the claim or sentence on the card. */
  part: string;
  /** What the card says there. */
  text: string;
  /** Draws the words: the reader's where there are some, else the card's. */
  children: (text: string, corrected: boolean) => ComponentChildren;
}

/** As long as the backend lets a correction be. */
const LONGEST = 4000;

/** Words that the reader can put right in place; the card's own stay one press away. */
export function Correctable({ part, text, children }: Props) {
  const { correction, reword } = useCorrection(part);
  const [editing, setEditing] = useState(false);
  const [original, setOriginal] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  const mine = correction?.text;
  const card = useContext(CardContext);
  const spoken = card ? spokenIn(card) : { lang: "en", dir: "auto" as const };
  if (editing && reword) {
    return (
      <TextForm
        label={t("correct_text")}
        text={mine ?? text}
        longest={LONGEST}
        save={reword}
        close={close}
        {...spoken}
      />
    );
  }
  const edit = reword && (
    <button
      type="button"
      class="correct"
      ref={pencil}
      {...spokenByUs()}
      aria-label={t("correct")}
      title={t("correct")}
      onClick={() => setEditing(true)}
    >
      <Icon name="edit" />
    </button>
  );
  return (
    <>
      {children(mine ?? text, Boolean(mine))}
      {!mine && edit}
      {mine && (
        <span class="corrected" {...spokenByUs()}>
          {t("corrected")} {edit}{" "}
          <button
            type="button"
            class="link-button"
            aria-expanded={original}
            onClick={() => setOriginal(!original)}
          >
            {t(original ? "original_hide" : "original_show")}
          </button>
          {reword && (
            <button type="button" class="link-button" onClick={() => void reword(null)}>
              {t("original_back")}
            </button>
          )}
          {original && (
            <q class="corrected-original" {...spoken}>
              {text}
            </q>
          )}
        </span>
      )}
    </>
  );
}
