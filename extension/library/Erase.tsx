import { useState } from "preact/hooks";
import type { PaperView } from "../shared/api";
import { Dialog } from "../ui/Dialog";
import { t } from "../ui/i18n";
import { useActs } from "./acts";

/** Deletes a paper of the trash for ever, or, where none is given, all that is in the trash; it asks first. */
export function Erase({ paper }: { paper: PaperView | null }) {
  const { online } = useActs();
  const [asking, setAsking] = useState(false);
  const [backups, setBackups] = useState(false);
  if (!online) return null;
  const name = t(paper ? "library_erase" : "library_erase_trash");
  return (
    <>
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {name}
      </button>
      {asking && (
        <Dialog title={name} close={() => setAsking(false)}>
          <p>
            {paper
              ? t("library_erase_what", paper.title_target ?? paper.title)
              : t("library_erase_trash_what")}
          </p>
          <p>
            <label>
              <input
                type="checkbox"
                checked={backups}
                onChange={(event) => setBackups(event.currentTarget.checked)}
              />{" "}
              {t("erase_backups")}
            </label>
          </p>
          <button
            type="button"
            class="button"
            onClick={() => {
              setAsking(false);
              online.erase(paper, backups);
            }}
          >
            {t("library_erase")}
          </button>
        </Dialog>
      )}
    </>
  );
}
