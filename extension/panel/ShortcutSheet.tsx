import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../ui/Dialog";
import { t } from "../ui/i18n";
import { SHORTCUTS } from "./shortcuts";

/** Every key: the browser's own commands for us, as the reader has set them, and the panel's. */
export function ShortcutSheet({ close }: { close: () => void }) {
  const [commands, setCommands] = useState<chrome.commands.Command[]>([]);
  useEffect(() => void chrome.commands.getAll().then(setCommands), []);
  return (
    <Dialog title={t("shortcuts")} close={close}>
      <dl class="keys">
        {commands
          .filter(({ shortcut }) => shortcut)
          .map(({ name, shortcut, description }) => (
            <Key key={name} keys={shortcut ?? ""} does={description || t("shortcut_open")} />
          ))}
        {SHORTCUTS.map(({ key, does }) => (
          <Key key={key} keys={key} does={t(does)} />
        ))}
        <Key keys="← →" does={t("shortcut_figures")} />
        <Key keys="Esc" does={t("shortcut_close")} />
      </dl>
      <p class="quiet">{t("shortcuts_where")}</p>
    </Dialog>
  );
}

function Key({ keys, does }: { keys: string; does: string }) {
  return (
    <div>
      <dt>
        <kbd translate={false}>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
