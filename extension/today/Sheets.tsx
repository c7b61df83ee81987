import { useBackend } from "../ui/backend";
import { Dialog } from "../ui/Dialog";
import { FollowingForm } from "../ui/FollowingForm";
import { type MessageKey, t } from "../ui/i18n";

export type Sheet = "keys" | "following";

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ["k", "today_key_keep"],
  ["d", "today_key_drop"],
  ["u", "today_key_undo"],
  ["j", "library_key_next"],
  ["p", "library_key_previous"],
  ["a", "today_key_abstract"],
  ["Enter", "today_key_open"],
  ["?", "library_key_sheet"],
];

interface Props {
  shown: Sheet | null;
  /** What is followed has changed. */
  saved: () => void;
  close: () => void;
}

/** What opens over the page, one at a time. */
export function Sheets({ shown, saved, close }: Props) {
  const backend = useBackend();
  if (shown === "keys")
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
  if (shown === "following")
    return (
      <Dialog title={t("following_title")} close={close}>
        <FollowingForm
          backend={backend}
          saved={() => {
            saved();
            close();
          }}
        />
      </Dialog>
    );
  return null;
}
