import { useState } from "preact/hooks";
import type { Status } from "../shared/api";
import { type Paired, writeSetting } from "../shared/settings";
import { Command } from "../ui/Command";
import { t } from "../ui/i18n";

/** The backend that this browser works with, and the way to forget it. */
export function PairedBackend({ paired, status }: { paired: Paired | null; status: Status | null }) {
  const [asking, setAsking] = useState(false);
  const forget = () => {
    setAsking(false);
    void writeSetting("paired", null);
  };
  return (
    <section>
      <h2>{t("options_backend")}</h2>
      {paired ? (
        <>
          <p>{t("options_paired", new URL(paired.base).host)}</p>
          <p class="quiet">{status ? t("options_version", status.version) : t("off_title")}</p>
          {!status && <Command line="papergloss serve" />}
          <button type="button" class="button" onClick={asking ? forget : () => setAsking(true)}>
            {t(asking ? "options_forget_sure" : "options_forget")}
          </button>
        </>
      ) : (
        <>
          <p>{t("unpaired_what")}</p>
          <Command line="papergloss pair" />
          <p class="quiet">{t("unpaired_how")}</p>
        </>
      )}
    </section>
  );
}
