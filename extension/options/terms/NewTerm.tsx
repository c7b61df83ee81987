import { direction } from "../../ui/format";
import { t } from "../../ui/i18n";

/** The backend's own limit. */
const LONGEST = 80;

interface Props {
  lang: string;
  busy: boolean;
  /** Answers whether it was kept. */
  add: (source: string, target: string) => Promise<boolean>;
}

/** One more term; typing a known one replaces its translation. */
export function NewTerm({ lang, busy, add }: Props) {
  const submit = async (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const said = (name: string) => String(typed.get(name)).trim();
    if (!(await add(said("source"), said("target")))) return;
    form.reset();
    form.querySelector("input")?.focus();
  };
  return (
    <form
      class="pair"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <input
        name="source"
        lang="en"
        required
        maxLength={LONGEST}
        aria-label={t("terms_source")}
        placeholder={t("terms_source")}
      />
      <input
        name="target"
        lang={lang}
        dir={direction(lang)}
        required
        maxLength={LONGEST}
        aria-label={t("terms_target")}
        placeholder={t("terms_target")}
      />
      <button type="submit" class="button" disabled={busy}>
        {t("terms_add")}
      </button>
    </form>
  );
}
