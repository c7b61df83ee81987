import { useEffect, useState } from "preact/hooks";
import type { Status } from "../shared/api";
import { Backend } from "../shared/client";
import { type Paired, readSetting, writeSetting } from "../shared/settings";
import { languageName } from "../ui/format";
import { t } from "../ui/i18n";
import { Message } from "./Message";

/** A paper that every build of arXiv has, to try the button on. */
const EXAMPLE = "https://arxiv.org/abs/1706.03762";

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
      {status && <Language status={status} lang={lang ?? status.lang} onChoose={onChoose} />}
      <div class="choices">
        <a class="button" href={EXAMPLE}>
          {t("pair_done_example")}
        </a>
      </div>
    </Message>
  );
}

interface LanguageProps {
  status: Status;
  lang: string;
  onChoose: (lang: string) => void;
}

function Language({ status, lang, onChoose }: LanguageProps) {
  return (
    <label class="field">
      <span>{t("pair_language")}</span>
      <select value={lang} onChange={(event) => onChoose(event.currentTarget.value)}>
        {status.languages.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
