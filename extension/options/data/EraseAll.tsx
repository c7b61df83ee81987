import { useState } from "preact/hooks";
import type { ProblemDocument } from "../../shared/api";
import type { Backend } from "../../shared/client";
import { erase } from "../../shared/keeping-client";
import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { problemIn } from "../../ui/problem-in";

type State = { is: "idle" | "erasing" | "done" } | { is: "failed"; problem: ProblemDocument };

/** Deletes the whole library, after a word was typed. */
export function EraseAll({ backend }: { backend: Backend }) {
  const [state, setState] = useState<State>({ is: "idle" });
  const [typed, setTyped] = useState("");
  const [withBackups, setWithBackups] = useState(false);
  const word = t("erase_word");
  const start = () => {
    setState({ is: "erasing" });
    erase(backend, { everything: true, backups: withBackups }).then(
      () => {
        setTyped("");
        setState({ is: "done" });
      },
      (reason: unknown) => setState({ is: "failed", problem: problemIn(reason) }),
    );
  };
  return (
    <>
      <h3>{t("erase_title")}</h3>
      <p class="quiet">{t("erase_what")}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={withBackups}
          onChange={(event) => setWithBackups(event.currentTarget.checked)}
        />
        {t("erase_backups")}
      </label>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === word) start();
        }}
      >
        <label class="field">
          <span>{t("erase_type", word)}</span>
          <input
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button
          type="submit"
          class="button button-danger"
          disabled={typed.trim() !== word || state.is === "erasing"}
        >
          {t("erase_button")}
        </button>
      </form>
      <div role="status">
        {state.is === "done" && <p class="good">{t("erase_done")}</p>}
        {state.is === "failed" && <ProblemNote problem={state.problem} />}
      </div>
    </>
  );
}
