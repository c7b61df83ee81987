import { useState } from "preact/hooks";
import type { ImportAnswer } from "../shared/api";
import { importFile } from "../shared/files-client";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";
import { ImportRows } from "./ImportRows";

interface Props {
  imported: () => void;
  fail: (reason: unknown) => void;
}

/** Reads a file, shows what importing it would do, and imports it on the reader's word. */
export function ImportForm({ imported, fail }: Props) {
  const backend = useBackend();
  const [file, setFile] = useState<File | null>(null);
  const [seen, setSeen] = useState<ImportAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const read = async (next: File, preview: boolean) => {
    setBusy(true);
    try {
      setSeen(await importFile(backend, next, preview));
      setDone(!preview);
      if (!preview) imported();
    } catch (reason) {
      setSeen(null);
      fail(reason);
    }
    setBusy(false);
  };
  return (
    <section class="exchange">
      <h3>{t("exchange_in")}</h3>
      <p class="quiet">{t("exchange_in_what")}</p>
      <input
        type="file"
        aria-label={t("exchange_file")}
        onChange={(event) => {
          const next = event.currentTarget.files?.[0] ?? null;
          setFile(next);
          setSeen(null);
          if (next) void read(next, true);
        }}
      />
      {seen && <ImportRows answer={seen} done={done} />}
      {file && seen && !done && seen.new + seen.merge > 0 && (
        <button
          type="button"
          class="button button-main"
          disabled={busy}
          onClick={() => void read(file, false)}
        >
          {t("exchange_import", seen.new + seen.merge)}
        </button>
      )}
    </section>
  );
}
