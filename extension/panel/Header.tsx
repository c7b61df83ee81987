import type { Status } from "../shared/api";
import { ask } from "../shared/messages";
import { writeSetting } from "../shared/settings";
import { languageName } from "../ui/format";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { CopyMarkdown } from "./CopyMarkdown";

interface Props {
  status: Status | null;
  lang: string;
  /** The stored card on screen; null while there is none. */
  cardId: string | null;
  /** True while the list of saved papers is shown. */
  listed: boolean;
  /** Back from the list to the paper; null where there is none. */
  back: (() => void) | null;
  list: () => void;
}

/** Inside arXiv's page the panel can close itself; the side panel and a tab have their own way. */
const framed = window.top !== window;

export function Header({ status, lang, cardId, listed, back, list }: Props) {
  return (
    <header class="head">
      <span class="brand" translate={false}>
        Paper<i>Gloss</i>
      </span>
      <span class="grow" />
      {status && <Languages languages={status.languages} lang={lang} />}
      {cardId && <CopyMarkdown cardId={cardId} />}
      {status && !listed && <IconButton icon="list" label={t("saved_open")} press={list} />}
      {listed && back && <IconButton icon="back" label={t("saved_back")} press={back} />}
      <IconButton
        icon="settings"
        label={t("options_open")}
        press={() => void chrome.runtime.openOptionsPage()}
      />
      {framed && <IconButton icon="close" label={t("close")} press={() => void ask("panel.close", null)} />}
    </header>
  );
}

function Languages({ languages, lang }: { languages: readonly string[]; lang: string }) {
  return (
    <select
      class="language"
      aria-label={t("language_of_gloss")}
      value={lang}
      onChange={(event) => void writeSetting("lang", event.currentTarget.value)}
    >
      {languages.map((code) => (
        <option key={code} value={code} lang={code}>
          {languageName(code)}
        </option>
      ))}
    </select>
  );
}

interface ButtonProps {
  icon: "list" | "back" | "settings" | "close";
  label: string;
  press: () => void;
}

function IconButton({ icon, label, press }: ButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={press}>
      <Icon name={icon} />
    </button>
  );
}
