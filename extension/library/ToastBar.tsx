import { undoChange } from "../shared/library-client";
import { ProblemError } from "../shared/problems";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";
import { problemText } from "../ui/problem-text";
import type { Toast } from "./use-toast";

interface Props {
  toast: Toast | null;
  say: (toast: Toast | null) => void;
  refresh: () => void;
  lose: (reason: unknown) => void;
}

/** What was just done, and "undo". */
export function ToastBar({ toast, say, refresh, lose }: Props) {
  const backend = useBackend();
  const undo = async (change: string) => {
    say(null);
    try {
      await undoChange(backend, change);
      say({ text: t("library_undone"), undo: null });
      refresh();
    } catch (reason) {
      if (!(reason instanceof ProblemError)) return lose(reason);
      say({ text: problemText(reason.problem).reason, undo: null });
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
