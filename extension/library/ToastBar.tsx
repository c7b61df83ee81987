import { undoChange } from "../shared/library-client";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";
import type { Toast } from "./use-toast";

interface Props {
  toast: Toast | null;
  say: (toast: Toast | null) => void;
  refresh: () => void;
  fail: (reason: unknown) => void;
}

/** What was just done, and "undo". */
export function ToastBar({ toast, say, refresh, fail }: Props) {
  const backend = useBackend();
  const undo = async (change: string) => {
    say(null);
    try {
      await undoChange(backend, change);
      say({ text: t("library_undone"), undo: null });
      refresh();
    } catch (reason) {
      fail(reason);
    }
  };
  return (
    <div class="toast-place" role="status">
      {toast && (
        <p class="toast">
          {toast.text}
          {toast.undo && (
            <button
              type="button"
              class="link-button"
              data-key="z"
              onClick={() => toast.undo && void undo(toast.undo)}
            >
              {t("library_undo")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
