import { useBackend } from "../ui/backend";
import { Dialog } from "../ui/Dialog";
import { FollowingForm } from "../ui/FollowingForm";
import { t } from "../ui/i18n";
import { KeySheet, type Keys } from "../ui/KeySheet";

export type Sheet = "keys" | "following";

const KEYS: Keys = [
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
  if (shown === "keys") return <KeySheet keys={KEYS} close={close} />;
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
