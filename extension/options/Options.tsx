import { useEffect, useMemo, useState } from "preact/hooks";
import type { Status } from "../shared/api";
import { Backend } from "../shared/client";
import { t } from "../ui/i18n";
import { useSetting } from "../ui/use-setting";
import { Clients } from "./Clients";
import { Contents } from "./Contents";
import { DataSection } from "./data/DataSection";
import { FollowingSection } from "./FollowingSection";
import { Pages } from "./Pages";
import { PairedBackend } from "./PairedBackend";
import { ProviderSection } from "./provider/ProviderSection";
import { Reading } from "./Reading";
import { Shortcuts } from "./Shortcuts";
import { Spending } from "./Spending";
import { Telling } from "./Telling";
import { TermsSection } from "./terms/TermsSection";

/** The settings, one section a file; what the backend keeps is there while it answers. */
export function Options() {
  const paired = useSetting("paired");
  const backend = useMemo(() => (paired ? new Backend(paired) : null), [paired]);
  const status = useStatus(backend);
  const lang = useSetting("lang") ?? status?.lang;
  const ready = status && backend;
  return (
    <div class="frame">
      <Contents ready={ready !== null} />
      <main class="options">
        <h1>{t("options_title")}</h1>
        <Reading languages={status?.languages ?? []} backend={ready} />
        {ready && <ProviderSection backend={ready} />}
        {ready && <Spending backend={ready} />}
        {ready && lang && <TermsSection backend={ready} lang={lang} />}
        {ready && <FollowingSection backend={ready} />}
        <Pages />
        <Telling />
        <Shortcuts />
        {ready && <DataSection backend={ready} />}
        {ready && <Clients backend={ready} />}
        <PairedBackend paired={paired ?? null} backend={backend} status={status} />
      </main>
    </div>
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
