import { useEffect, useState } from "preact/hooks";
import type { Status } from "../shared/api";
import { Backend } from "../shared/client";
import { type Paired, readSetting, writeSetting } from "../shared/settings";
import { t } from "../ui/i18n";
import { LanguageField } from "../ui/LanguageField";
import { Message } from "./Message";

/** What to do now, and in which language. */
export function Connected({ paired }: { paired: Paired }) {
  const [status, setStatus] = useState<Status | null>(null);
  const [lang, setLang] = useState<string | null>(null);
  useEffect(() => {
    // The language can be chosen in the panel too: without an answer the field is left out.
    new Backend(paired).status().then(setStatus, () => setStatus(null));
    void readSetting("lang").then(setLang);
  }, [paired]);
  const onChoose = (chosen: string) => {
    setLang(chosen);
    void writeSetting("lang", chosen);
  };
  return (
    <Message title={t("pair_done_title")} lead={[t("pair_done_next")]}>
      {status && (
        <LanguageField
          label={t("pair_language")}
          languages={status.languages}
          lang={lang ?? status.lang}
          choose={onChoose}
        />
      )}
      <div class="choices">
        <a class="button" href="welcome.html">
          {t("pair_done_example")}
        </a>
      </div>
    </Message>
  );
}
