import { useState } from "preact/hooks";
import type { Status } from "../shared/api";
import type { Backend } from "../shared/client";
import { clients, removeClient } from "../shared/keeping-client";
import { type Paired, writeSetting } from "../shared/settings";
import { t } from "../ui/i18n";
import { StartCommands } from "../ui/StartCommands";

interface Props {
  paired: Paired | null;
  backend: Backend | null;
  status: Status | null;
}

/** The backend that this browser works with, and the way to forget it. */
export function PairedBackend({ paired, backend, status }: Props) {
  const [asking, setAsking] = useState(false);
  const forget = () => {
    setAsking(false);
    void leave(status && backend).then(() => writeSetting("paired", null));
  };
  return (
    <section id="backend">
      <h2>{t("options_backend")}</h2>
      {paired ? (
        <>
          <p>{t("options_paired", new URL(paired.base).host)}</p>
          <p class={status ? "quiet" : ""}>
            {status ? t("options_version", status.version) : t("off_title")}
          </p>
          {!status && <StartCommands what="serve" />}
          <button type="button" class="button" onClick={asking ? forget : () => setAsking(true)}>
            {t(asking ? "options_forget_sure" : "options_forget")}
          </button>
        </>
      ) : (
        <>
          <p>{t("unpaired_what")}</p>
          <StartCommands what="pair" />
          <p class="quiet">{t("unpaired_how")}</p>
        </>
      )}
      <p class="quiet">
        {t("options_extension", chrome.runtime.getManifest().version)} · <code>{chrome.runtime.id}</code>
        {unpacked() && <span class="block">{t("options_unpacked")}</span>}
      </p>
      <a href="../welcome/welcome.html">{t("options_welcome")}</a>
    </section>
  );
}

/** Our token ends too; a backend that is off keeps it until it is removed there. */
async function leave(backend: Backend | null): Promise<void> {
  const us = backend && (await clients(backend).catch(() => [])).find(({ current }) => current);
  if (backend && us) await removeClient(backend, us.id).catch(() => undefined);
}

/** Stores take the key away that fixes an unpacked build's id, and add where updates come from. */
function unpacked(): boolean {
  return "key" in chrome.runtime.getManifest() && !("update_url" in chrome.runtime.getManifest());
}
