import type { Backend } from "../shared/client";
import { type Settings, SIZES, type Size, writeSetting } from "../shared/settings";
import { setReader } from "../shared/settings-client";
import { languageName } from "../ui/format";
import { t } from "../ui/i18n";
import { useSetting } from "../ui/use-setting";
import { Choice } from "./Choice";

const THEMES = ["system", "light", "dark"] as const satisfies readonly Settings["theme"][];
const FONTS = ["sans", "serif"] as const satisfies readonly Settings["font"][];

/** Language and appearance. */
export function Reading({ languages, backend }: { languages: readonly string[]; backend: Backend | null }) {
  const lang = useSetting("lang");
  const theme = useSetting("theme") ?? "system";
  const font = useSetting("font") ?? "sans";
  const size = useSetting("size") ?? 100;
  // The command line and the digests read the backend's setting; while it is off, this browser's own counts.
  const choose = (code: string) => {
    void writeSetting("lang", code || null);
    if (code && backend) setReader(backend, { lang: code }).catch(() => undefined);
  };
  const known = lang && !languages.includes(lang) ? [lang, ...languages] : languages;
  const named = known.map((code) => ({ value: code, label: languageName(code), lang: code }));
  return (
    <section id="reading">
      <h2>{t("options_reading")}</h2>
      <Choice
        label={t("language_of_gloss")}
        value={lang ?? ""}
        choices={[{ value: "", label: t("options_lang_backend") }, ...named]}
        choose={choose}
      />
      <Choice
        label={t("options_theme")}
        value={theme}
        choices={THEMES.map((value) => ({ value, label: t(`theme_${value}`) }))}
        choose={(value) => void writeSetting("theme", value as Settings["theme"])}
      />
      <Choice
        label={t("options_font")}
        value={font}
        choices={FONTS.map((value) => ({ value, label: t(`font_${value}`) }))}
        choose={(value) => void writeSetting("font", value as Settings["font"])}
      />
      <Choice
        label={t("options_size")}
        value={String(size)}
        choices={SIZES.map((value) => ({ value: String(value), label: `${value} %` }))}
        choose={(value) => void writeSetting("size", Number(value) as Size)}
      />
      <p class="specimen" data-font={font}>
        {t("options_specimen")}
      </p>
    </section>
  );
}
