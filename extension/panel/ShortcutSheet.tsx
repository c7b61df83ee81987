import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { SHORTCUTS } from "./shortcuts";

/** Every key: the browser's own commands for us, as the reader has set them, and the panel's. */
export function ShortcutSheet({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [commands, setCommands] = useState<chrome.commands.Command[]>([]);
  useEffect(() => {
    dialog.current?.showModal();
    void chrome.commands.getAll().then(setCommands);
  }, []);
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-label={t("shortcuts")}
      onClose={close}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Used here: it must not close the overlay around the panel as well.
        event.preventDefault();
        dialog.current?.close();
      }}
    >
      <div class="sheet-head">
        <h2>{t("shortcuts")}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t("close")}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
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
    </dialog>
  );
}

function Key({ keys, does }: { keys: string; does: string }) {
  return (
    <>
      <dt>
        <kbd translate={false}>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
