import { useEffect, useMemo, useState } from "preact/hooks";
import type { Card, Status } from "../shared/api";
import { announce } from "../ui/announce";
import { useBackend } from "../ui/backend";
import { t } from "../ui/i18n";
import { lazy } from "../ui/lazy";
import type { Wish } from "./ask";
import { GlossScreen } from "./GlossScreen";
import { type GlossView, viewOfCard } from "./gloss-view";
import type { Route } from "./route";
import { Notice } from "./states/Notice";
import { useGloss } from "./use-gloss";
import type { Shelf } from "./use-shelf";

const Consent = lazy(async () => (await import("./states/Consent")).Consent);
const Refused = lazy(async () => (await import("./states/Refused")).Refused);

interface Props {
  route: Wish["route"];
  lang: string;
  /** Null while the backend has not answered. */
  status: Status | null;
  /** Shown until the backend says which card it is. */
  kept: Card | null;
  lose: (reason: unknown) => void;
  shelf: Shelf | null;
  open: (route: Route) => void;
  /** Told which card is on screen as soon as it is stored; null while there is none. */
  onStored: (onScreen: OnScreen | null) => void;
}

/** The stored card that is shown. */
export interface OnScreen {
  card: Card;
  /** Makes it anew, as one more revision; by another model of the provider where one is named. */
  regenerate: (model?: string) => void;
}

/** One paper: asked for, confirmed where that is needed, and shown. */
export function Paper({ route, lang, status, kept, lose, shelf, open, onStored }: Props) {
  const backend = useBackend();
  const [engine, setEngine] = useState<Wish["engine"]>(null);
  const wish = { route, lang, engine };
  const { gloss, restart, retry, regenerate, correct } = useGloss(status && backend, wish, lose);
  useAnnouncedEnd(gloss.is === "view" && gloss.view.live && gloss.view.state !== "running");
  const card = gloss.is === "view" && gloss.view.state !== "running" ? gloss.view.card : null;
  const stored = card?.id ? card : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card by its id; the way to make it again is made anew each time
  useEffect(() => {
    onStored(stored && { card: stored, regenerate });
    return () => onStored(null);
  }, [stored?.id, onStored]);
  const before = useKeptView(kept, wish);
  const view = gloss.is === "view" ? gloss.view : before;
  const withoutModel = leaving(route, open, () => setEngine("extractive"));

  if (gloss.is === "consent" && status) {
    const { provider } = status.engine;
    const agree = () => backend.consent(provider ?? "").then(restart, lose);
    return <Consent engine={status.engine} agree={agree} decline={withoutModel} />;
  }
  if (gloss.is === "refused") return <Refused problem={gloss.problem} retry={restart} />;
  if (!view) return <Notice busy title={t("state_asking")} />;
  return (
    <GlossScreen
      view={view}
      status={status}
      cancel={(job) => void backend.cancel(job).catch(lose)}
      restart={restart}
      retry={retry}
      withoutModel={engine === null ? withoutModel : undefined}
      shelf={shelf}
      correct={stored ? correct : null}
      open={open}
      lose={lose}
    />
  );
}

/** Without the model there are key sentences; a deep read cannot do without it, and gives way to the card. */
function leaving(route: Wish["route"], open: (route: Route) => void, choose: () => void): () => void {
  if (route.show === "card" || !route.kind) return choose;
  return () => open({ show: "paper", paper: route.paper });
}

/** What is shown while the backend is being asked: the kept card, where it speaks the language that is wanted. */
function useKeptView(kept: Card | null, { lang, engine }: Wish): GlossView | null {
  const view = useMemo(() => kept && viewOfCard(kept), [kept]);
  return engine === null && (lang === "" || kept?.key.lang === lang) ? view : null;
}

/** Streaming text stays silent; its end is said once. */
function useAnnouncedEnd(ended: boolean): void {
  useEffect(() => {
    if (ended) announce(t("announce_done"));
  }, [ended]);
}
