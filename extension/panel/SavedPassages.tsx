import { t } from "../ui/i18n";
import { selectionOf } from "../ui/kept-sayings";
import { lazy } from "../ui/lazy";
import type { Shelf } from "./use-shelf";

const KeptSelections = lazy(async () => (await import("../ui/selection/KeptSelections")).KeptSelections);

/** The passages that were kept with the paper on screen; nothing where there are none. */
export function SavedPassages({ shelf: { paper, discard, undo } }: { shelf: Shelf }) {
  if (!undo && !paper.sayings.some(selectionOf)) return null;
  return (
    <KeptSelections sayings={paper.sayings} discard={discard}>
      {undo && (
        <p class="turn-gone" role="status">
          {t("selection_removed")}{" "}
          <button type="button" class="link-button" onClick={undo}>
            {t("library_undo")}
          </button>
        </p>
      )}
    </KeptSelections>
  );
}
