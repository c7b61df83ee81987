import { useEffect, useState } from "preact/hooks";
import type { Card, Status } from "../shared/api";
import { announce } from "../ui/announce";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";
import { lazy } from "../ui/lazy";
import type { Wish } from "./ask";
import { GlossScreen } from "./GlossScreen";
import { Notice } from "./states/Notice";
import { useGloss } from "./use-gloss";
import type { Shelf } from "./use-shelf";

const Consent = lazy(async () => (await import("./states/Consent")).Consent);
const Refused = lazy(async () => (await import("./states/Refused")).Refused);

interface Props {
  route: Wish["route"];
  lang: string;
  status: Status;
  lose: (reason: unknown) => void;
  shelf: Shelf | null;
  /** Told which card is on screen as soon as it is stored; null while there is none. */
  onStored: (onScreen: OnScreen | null) => void;
}

/** The stored card that is shown. */
export interface OnScreen {
  card: Card;
  /** Makes it anew, as one more revision. */
  regenerate: () => void;
}

/** One paper: asked for, confirmed where that is needed, and shown. */
export function Paper({ route, lang, status, lose, shelf, onStored }: Props) {
  const backend = useBackend();
  const [engine, setEngine] = useState<Wish["engine"]>(null);
  const { gloss, restart, retry, regenerate, correct } = useGloss(backend, { route, lang, engine }, lose);
  useAnnouncedEnd(gloss.is === "view" && gloss.view.live && gloss.view.state !== "running");
  const card = gloss.is === "view" && gloss.view.state !== "running" ? gloss.view.card : null;
  const stored = card?.id ? card : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card by its id; the way to make it again is made anew each time
  useEffect(() => {
    onStored(stored && { card: stored, regenerate });
    return () => onStored(null);
  }, [stored?.id, onStored]);
  const withoutModel = () => setEngine("extractive");

  if (gloss.is === "asking") return <Notice busy title={t("state_asking")} />;
  if (gloss.is === "consent") {
    const { provider } = status.engine;
    const agree = () => backend.consent(provider ?? "").then(restart, lose);
    return <Consent engine={status.engine} agree={agree} decline={withoutModel} />;
  }
  if (gloss.is === "refused") return <Refused problem={gloss.problem} retry={restart} />;
  return (
    <GlossScreen
      view={gloss.view}
      command={status.command}
      cancel={(job) => void backend.cancel(job).catch(lose)}
      restart={restart}
      retry={retry}
      withoutModel={engine === null ? withoutModel : undefined}
      shelf={shelf}
      correct={stored ? correct : null}
    />
  );
}

/** Streaming text stays silent; its end is said once. */
function useAnnouncedEnd(ended: boolean): void {
  useEffect(() => {
    if (ended) announce(t("announce_done"));
  }, [ended]);
}
