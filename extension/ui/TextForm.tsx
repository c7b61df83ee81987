import { useState } from "preact/hooks";
import { t } from "./i18n";

interface Props {
  label: string;
  text: string;
  longest: number;
  /** Resolves with whether it was kept; the form then closes. */
  save: (text: string) => Promise<boolean>;
  close: () => void;
  lang?: string;
  dir: "ltr" | "rtl" | "auto";
}

/** A few lines to write; Escape leaves them, Ctrl or Command with Enter saves. */
export function TextForm({ label, text, longest, save, close, lang, dir }: Props) {
  const [value, setValue] = useState(text);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const submit = async () => {
    if (!value.trim() || busy) return;
    setBusy(true);
    if (await save(value.trim())) close();
    else {
      setBusy(false);
      setFailed(true);
    }
  };
  return (
    <form
      class="text-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          close();
        }
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      <textarea
        aria-label={label}
        {...(lang ? { lang } : {})}
        dir={dir}
        rows={Math.min(8, 2 + Math.ceil(text.length / 60))}
        maxLength={longest}
        value={value}
        ref={focusOnce}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      {failed && <p role="alert">{t("not_kept")}</p>}
      <div class="actions">
        <button type="submit" class="button button-main" disabled={busy || !value.trim()}>
          {t("save")}
        </button>
        <button type="button" class="button" onClick={close}>
          {t("leave_it")}
        </button>
      </div>
    </form>
  );
}

function focusOnce(field: HTMLTextAreaElement | null): void {
  if (field && document.activeElement !== field) field.focus();
}
