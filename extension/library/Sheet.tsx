import { Dialog } from "../ui/Dialog";
import { type MessageKey, t } from "../ui/i18n";

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ["j", "library_key_next"],
  ["k", "library_key_previous"],
  ["/", "library_key_search"],
  ["s", "library_key_star"],
  ["t", "library_key_tag"],
  ["e", "library_key_read"],
  ["n", "library_key_note"],
  ["x", "library_key_choose"],
  ["Delete", "library_key_trash"],
  ["z", "library_key_undo"],
  ["Esc", "library_key_leave"],
  ["?", "library_key_sheet"],
];

/** Every key of the library. */
export function Sheet({ close }: { close: () => void }) {
  return (
    <Dialog title={t("library_keys")} close={close}>
      <dl class="keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
