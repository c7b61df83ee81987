import { t } from "../../ui/i18n";
import { moved } from "./draft";
import { type Parts, sourceNote } from "./parts";

/** The key: written once, never read back, shown as set. */
export function KeyField({ view, draft, change, remove }: Parts & { remove: () => void }) {
  const leaves = moved(draft, view);
  const set = view.key_set && !leaves;
  const fixed = set && view.key_source !== "options";
  const closed = fixed && view.key_source === "environment";
  const note = set ? sourceNote(view.key_source, "OPENAI_API_KEY") : leftBehind();

  function leftBehind(): string {
    return leaves && view.key_source === "options" && !draft.key ? t("provider_key_dropped") : "";
  }

  return (
    <>
      <label class="field">
        <span>{t("provider_key")}</span>
        <input
          type="password"
          value={draft.key}
          disabled={closed}
          placeholder={closed ? "••••••••" : t(set ? "provider_key_set" : "provider_key_none")}
          autocomplete="off"
          dir="ltr"
          aria-describedby={note ? "key-note" : undefined}
          onInput={(event) => change({ key: event.currentTarget.value })}
        />
      </label>
      {note && (
        <p class="quiet note" id="key-note">
          {note}
        </p>
      )}
      {set && !fixed && (
        <button type="button" class="link-button note" onClick={remove}>
          {t("provider_key_remove")}
        </button>
      )}
    </>
  );
}
