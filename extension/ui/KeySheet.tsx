import { Dialog } from "./Dialog";
import { type MessageKey, t } from "./i18n";

export type Keys = readonly (readonly [string, MessageKey])[];

/** Every key of a page, and what it does. */
export function KeySheet({ keys, close }: { keys: Keys; close: () => void }) {
  return (
    <Dialog title={t("library_keys")} close={close}>
      <dl class="keys">
        {keys.map(([key, does]) => (
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
