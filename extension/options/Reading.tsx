import type { Backend } from "../shared/client";
import { type Settings, writeSetting } from "../shared/settings";
import { setReader } from "../shared/settings-client";
import { languageName } from "../ui/format";
import { t } from "../ui/i18n";
import { useSetting } from "../ui/use-setting";

const THEMES = ["system", "light", "dark"] as const satisfies readonly Settings["theme"][];

/** Language and appearance. */
export function Reading({ languages, backend }: { languages: readonly string[]; backend: Backend | null }) {
  const lang = useSetting("lang");
  const theme = useSetting("theme");
  // The command line and the digests read the backend's setting; while it is off, this browser's own counts.
  const choose = (code: string) => {
    void writeSetting("lang", code || null);
    if (code && backend) setReader(backend, { lang: code }).catch(() => undefined);
  };
  const known = lang && !languages.includes(lang) ? [lang, ...languages] : languages;
  return (
    <section>
      <h2>{t("options_reading")}</h2>
      <label class="field">
        <span>{t("language_of_gloss")}</span>
        <select value={lang ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("options_lang_backend")}</option>
          {known.map((code) => (
            <option key={code} value={code} lang={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t("options_theme")}</span>
        <select
          value={theme ?? "system"}
          onChange={(event) => void writeSetting("theme", event.currentTarget.value as Settings["theme"])}
        >
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {t(`theme_${name}`)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
