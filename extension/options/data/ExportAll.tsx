import { useState } from "preact/hooks";
import type { ProblemDocument } from "../../shared/api";
import type { Backend } from "../../shared/client";
import { exportAll } from "../../shared/keeping-client";
import { announce } from "../../ui/announce";
import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { problemIn } from "../../ui/problem-in";
import { saveFile } from "../../ui/save-file";

/** The whole library in one file, from which it can be imported again. */
export function ExportAll({ backend }: { backend: Backend }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      saveFile(await exportAll(backend), `papergloss-${new Date().toISOString().slice(0, 10)}.json`);
      announce(t("export_done"));
    } catch (reason) {
      setProblem(problemIn(reason));
    }
    setBusy(false);
  };
  return (
    <>
      <h3>{t("export_title")}</h3>
      <p class="quiet">{t("export_what")}</p>
      <button type="button" class="button" disabled={busy} onClick={() => void start()}>
        {t("export_json")}
      </button>
      <div role="status">{problem && <ProblemNote problem={problem} />}</div>
    </>
  );
}
