import { useEffect, useMemo, useState } from "preact/hooks";
import type { Status } from "../shared/api";
import { Backend } from "../shared/client";
import { t } from "../ui/i18n";
import { PairedBackend } from "./PairedBackend";
import { ProviderSection } from "./provider/ProviderSection";
import { Reading } from "./Reading";
import { useSetting } from "../ui/use-setting";

/** The settings: how to read, which backend, which model. */
export function Options() {
  const paired = useSetting("paired");
  const backend = useMemo(() => (paired ? new Backend(paired) : null), [paired]);
  const status = useStatus(backend);
  return (
    <main class="options">
      <h1>{t("options_title")}</h1>
      <Reading languages={status?.languages ?? []} backend={status && backend} />
      {status && backend && <ProviderSection backend={backend} />}
      <PairedBackend paired={paired ?? null} status={status} />
    </main>
  );
}

/** What the paired backend says of itself; null while there is none, or it is off. */
function useStatus(backend: Backend | null): Status | null {
  const [status, setStatus] = useState<Status | null>(null);
  useEffect(() => {
    setStatus(null);
    if (!backend) return;
    let current = true;
    const show = (answer: Status | null) => current && setStatus(answer);
    // Off or refused: the section on the backend says so by the missing version.
    backend.status().then(show, () => show(null));
    return () => {
      current = false;
    };
  }, [backend]);
  return status;
}
