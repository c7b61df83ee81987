import { useEffect, useState } from "preact/hooks";
import { type MessageKey, t } from "../ui/i18n";

/** Chrome's own page; an extension may open it, a link may not. */
const CHROME_PAGE = "chrome://extensions/shortcuts";

interface WithSettings {
  openShortcutSettings?: () => Promise<void>;
}

/** The keys that the browser holds for us, and the way to change them. */
export function Shortcuts() {
  const [commands, setCommands] = useState<chrome.commands.Command[]>([]);
  useEffect(() => {
    const read = () => void chrome.commands.getAll().then(setCommands);
    read();
    // They are changed on another page.
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, []);
  return (
    <section id="shortcuts">
      <h2>{t("options_shortcuts")}</h2>
      <dl class="rows">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name} class="field">
            <dt>{named(name) ?? description}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class="quiet">{t("shortcut_none")}</span>}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{t("options_shortcuts_panel")}</p>
      <button type="button" class="button" onClick={openSettings}>
        {t("options_shortcuts_change")}
      </button>
    </section>
  );
}

/** In the interface language; the browser knows the description in its own. */
function named(command: string | undefined): string | null {
  const key = command && WORDS[command];
  return key ? t(key) : null;
}

const WORDS: Record<string, MessageKey> = {
  _execute_action: "action_title",
  "translate-selection": "command_selection",
};

function openSettings(): void {
  const { openShortcutSettings } = chrome.commands as WithSettings;
  if (openShortcutSettings) void openShortcutSettings();
  else void chrome.tabs.create({ url: CHROME_PAGE });
}
