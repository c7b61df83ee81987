import { useState } from "preact/hooks";
import { type ExportFormat, exportPapers, type Papers } from "../shared/files-client";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";
import { saveFile } from "../ui/save-file";
import { FORMATS } from "./formats";

interface Props {
  /** What is chosen, or else what is listed. */
  listed: Papers;
  /** Whether that is less than everything. */
  narrowed: boolean;
  fail: (reason: unknown) => void;
}

/** Saves papers as a file. */
export function ExportForm({ listed, narrowed, fail }: Props) {
  const backend = useBackend();
  const [format, setFormat] = useState<ExportFormat>("bibtex");
  const [all, setAll] = useState(!narrowed);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const file = await exportPapers(backend, format, all ? { q: "" } : listed);
      saveFile(file, `papergloss-${new Date().toISOString().slice(0, 10)}.${FORMATS[format].suffix}`);
    } catch (reason) {
      fail(reason);
    }
    setBusy(false);
  };
  return (
    <section class="exchange">
      <h3>{t("exchange_out")}</h3>
      <div class="actions">
        <select
          aria-label={t("exchange_format")}
          value={format}
          onChange={(event) => setFormat(event.currentTarget.value as ExportFormat)}
        >
          {Object.entries(FORMATS).map(([name, { label }]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        {narrowed && (
          <select
            aria-label={t("exchange_which")}
            value={all ? "all" : "listed"}
            onChange={(event) => setAll(event.currentTarget.value === "all")}
          >
            <option value="listed">{t("ids" in listed ? "exchange_chosen" : "exchange_listed")}</option>
            <option value="all">{t("library_all")}</option>
          </select>
        )}
        <button type="button" class="button button-main" disabled={busy} onClick={() => void save()}>
          {t("exchange_save")}
        </button>
      </div>
    </section>
  );
}
