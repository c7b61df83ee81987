import { useEffect, useState } from "preact/hooks";
import type { Status } from "../shared/api";
import { Backend } from "../shared/client";
import type { Paired } from "../shared/settings";
import { t } from "../ui/i18n";
import { ModelState } from "./ModelState";
import { PairedBackend } from "./PairedBackend";
import { Reading } from "./Reading";
import { useSetting } from "./use-setting";

/** The settings: how to read, which backend, which model. */
export function Options() {
  const paired = useSetting("paired");
  const status = useStatus(paired ?? null);
  return (
    <main class="options">
      <h1>{t("options_title")}</h1>
      <Reading languages={status?.languages ?? []} />
      <PairedBackend paired={paired ?? null} status={status} />
      {status && <ModelState status={status} />}
    </main>
  );
}

/** What the paired backend says of itself; null while there is none, or it is off. */
function useStatus(paired: Paired | null): Status | null {
  const [status, setStatus] = useState<Status | null>(null);
  useEffect(() => {
    setStatus(null);
    if (!paired) return;
    let current = true;
    const show = (answer: Status | null) => current && setStatus(answer);
    // Off or refused: the section on the backend says so by the missing version.
    new Backend(paired).status().then(show, () => show(null));
    return () => {
      current = false;
    };
  }, [paired]);
  return status;
}
