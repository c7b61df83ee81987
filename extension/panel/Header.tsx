import type { Status } from "../shared/api";
import { ask } from "../shared/messages";
import { languageName } from "../ui/format";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { CopyMarkdown } from "./CopyMarkdown";
import { MoreMenu } from "./MoreMenu";
import type { OnScreen } from "./Paper";
import { StarButton } from "./StarButton";
import type { ShortcutKey } from "./shortcuts";
import type { Shelf } from "./use-shelf";

interface Props {
  status: Status | null;
  lang: string;
  /** Null while no stored card is on screen. */
  onScreen: OnScreen | null;
  shelf: Shelf | null;
  shortcuts: () => void;
  /** The reader chose another language. */
  speak: (lang: string) => void;
  /** True while the list of saved papers is shown. */
  listed: boolean;
  /** Back from the list to the paper; null where there is none. */
  back: (() => void) | null;
  list: () => void;
}

/** Inside arXiv's page the panel can close itself; the side panel and a tab have their own way. */
const framed = window.top !== window;

export function Header(props: Props) {
  const { status, lang, onScreen, shelf, listed, back, list, shortcuts, speak } = props;
  return (
    <header class="head">
      <span class="brand" translate={false}>
        Paper<i>Gloss</i>
      </span>
      <span class="grow" />
      {status && <Languages languages={status.languages} lang={lang} speak={speak} />}
      {shelf && <StarButton shelf={shelf} />}
      {onScreen && <CopyMarkdown cardId={onScreen.card.id} />}
      {status && !listed && <IconButton icon="list" label={t("saved_open")} shortcut="l" press={list} />}
      {listed && back && <IconButton icon="back" label={t("saved_back")} shortcut="l" press={back} />}
      <MoreMenu onScreen={onScreen} shortcuts={shortcuts} />
      {framed && <IconButton icon="close" label={t("close")} press={() => void ask("panel.close", null)} />}
    </header>
  );
}

interface LanguagesProps {
  languages: readonly string[];
  lang: string;
  speak: (lang: string) => void;
}

function Languages({ languages, lang, speak }: LanguagesProps) {
  return (
    <select
      class="language"
      aria-label={t("language_of_gloss")}
      value={lang}
      onChange={(event) => speak(event.currentTarget.value)}
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
  icon: "list" | "back" | "close";
  label: string;
  /** The key that presses it. */
  shortcut?: ShortcutKey;
  press: () => void;
}

function IconButton({ icon, label, shortcut, press }: ButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      data-key={shortcut}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
}
