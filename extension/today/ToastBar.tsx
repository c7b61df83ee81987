import { useEffect } from "preact/hooks";
import { t } from "../ui/i18n";
import { RichText } from "../ui/RichText";

/** Long enough to read it and to reach for the button. */
const SHOWN_MS = 8_000;

interface Props {
  said: string;
  undo: (() => void) | null;
  close: () => void;
}

/** What was just done, and "undo". */
export function ToastBar({ said, undo, close }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each message has its own time
  useEffect(() => {
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="toast-place" role="status">
      {said && (
        <p class="toast">
          <span>
            <RichText text={said} links={false} />
          </span>
          {undo && (
            <button type="button" class="link-button" onClick={undo}>
              {t("library_undo")} <kbd>u</kbd>
            </button>
          )}
        </p>
      )}
    </div>
  );
}
