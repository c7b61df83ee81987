import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../ui/Icon";
import { t } from "../../ui/i18n";
import { QUESTION_FIELD, questionFieldDrawn } from "../question-field";

interface Props {
  /** The question that the next one goes on from. */
  follows: string | null;
  /** Lets go of it. */
  anew: () => void;
  ask: (question: string) => void;
}

/** As long as the backend lets a question be. */
const LONGEST = 1000;

/** Where a question is written: Enter asks, Shift and Enter begin a line. */
export function AskForm({ follows, anew, ask }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  useEffect(questionFieldDrawn, []);
  const label = t(follows ? "question_field_on" : "question_field");
  const submit = () => {
    if (!text.trim()) return;
    ask(text.trim());
    setText("");
  };
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {follows && (
        <p class="ask-follows">
          <span>{t("question_follows", follows)}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={t("question_anew")}
            title={t("question_anew")}
            onClick={() => {
              anew();
              field.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
      <textarea
        id={QUESTION_FIELD}
        ref={field}
        aria-label={label}
        placeholder={label}
        dir="auto"
        rows={Math.min(6, 1 + text.split("\n").length)}
        maxLength={LONGEST}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter also ends what an input method composes.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          submit();
        }}
      />
      <button type="submit" class="button button-main" disabled={!text.trim()}>
        {t("question_ask")}
      </button>
    </form>
  );
}
