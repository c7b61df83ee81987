import { useCallback, useEffect, useState } from "preact/hooks";
import type { Card } from "../shared/api";
import type { Connection } from "../shared/connection";
import { paperOf } from "../shared/kept";
import { watchSetting, writeSetting } from "../shared/settings";
import { BackendContext } from "../ui/backend";
import { loadMessages, t } from "../ui/i18n";
import { lazy } from "../ui/lazy";
import { useConnection } from "../ui/use-connection";
import { useKept, useSending } from "../ui/use-keeping";
import { Header } from "./Header";
import type { Kept } from "./kept-card";
import { type OnScreen, Paper } from "./Paper";
import { PdfDrop } from "./PdfDrop";
import { type Route, searchOf } from "./route";
import { Notice } from "./states/Notice";
import { type Shelf, useShelf } from "./use-shelf";
import { useShortcuts } from "./use-shortcuts";
import { useUpload } from "./use-upload";

const Away = lazy(async () => (await import("./states/Away")).Away);
const Choose = lazy(async () => (await import("./Choose")).Choose);
const Compared = lazy(async () => (await import("./questions/Compared")).Compared);
const Saved = lazy(async () => (await import("./Saved")).Saved);
const ShortcutSheet = lazy(async () => (await import("./ShortcutSheet")).ShortcutSheet);

interface Props {
  start: Route;
  /** Shown for `start` until the backend answers. */
  kept: Kept | null;
  /** The reader's chosen language; null takes the backend's. */
  lang: string | null;
}

/** The whole panel: its head, and under it the paper, the list, or why there is neither. */
export function Panel({ start, kept, lang: chosen }: Props) {
  const [route, setRoute] = useState(start);
  const [paper, setPaper] = useState<Route>(start);
  const [onScreen, setOnScreen] = useState<OnScreen | null>(null);
  const [sheet, setSheet] = useState(false);
  const [sent, setSent] = useState(0);
  const { connection, lose } = useConnection();
  const lang = useLanguage(chosen);
  const go = (next: Route) => {
    history.replaceState(null, "", searchOf(next));
    setRoute(next);
    if (next.show !== "saved") setPaper(next);
  };
  const ready = connection.is === "ready" ? connection : null;
  const backend = ready?.backend ?? null;
  const uploads = useUpload(backend, (paper) => go({ show: "paper", paper }), lose);
  const early = route === start ? kept : null;
  const shown = lang ?? ready?.status.lang ?? "";
  const shelf = useShelf(backend, onScreen && paperOf(onScreen.card), lose, sent);
  useKept(shelf?.paper, onScreen?.card.key.kind === "card" ? onScreen.card : null);
  useSending(
    backend,
    useCallback(() => setSent((times) => times + 1), []),
    lose,
  );
  const list = () => go({ show: "saved" });
  const back = paper.show === "saved" ? null : () => go(paper);
  useShortcuts(useCallback(() => setSheet(true), []));
  const speak = (next: string) => {
    void writeSetting("lang", next);
    // A stored card speaks one language; its paper is asked for in the other one, and is not read again.
    const key = onScreen?.card.key;
    if (route.show === "card" && key)
      go({ show: "paper", paper: key.paper, ...(key.kind === "deep" && { kind: key.kind }) });
  };
  return (
    <BackendContext.Provider value={backend ?? early?.backend ?? null}>
      <Header
        status={ready?.status ?? null}
        lang={shown}
        onScreen={onScreen}
        shelf={shelf}
        listed={route.show === "saved"}
        back={back}
        list={list}
        shortcuts={() => setSheet(true)}
        speak={speak}
      />
      <Body
        route={route}
        connection={connection}
        kept={early?.card ?? null}
        lang={shown}
        shelf={shelf}
        open={go}
        send={uploads.send}
        lose={lose}
        onStored={setOnScreen}
      />
      {ready && <PdfDrop uploads={uploads} />}
      {sheet && <ShortcutSheet close={() => setSheet(false)} />}
    </BackendContext.Provider>
  );
}

interface BodyProps {
  route: Route;
  connection: Connection;
  kept: Card | null;
  lang: string;
  shelf: Shelf | null;
  open: (route: Route) => void;
  send: (file: File) => void;
  lose: (reason: unknown) => void;
  onStored: (onScreen: OnScreen | null) => void;
}

/** What is under the head. */
function Body({ route, connection, kept, send, ...paper }: BodyProps) {
  const status = connection.is === "ready" ? connection.status : null;
  if (!status && connection.is !== "connecting") return <Away connection={connection} route={route} />;
  if (!status && !kept) return <Notice title={t("connecting")} busy />;
  if (route.show === "saved") return <Saved open={paper.open} send={send} lose={paper.lose} />;
  if (route.show === "choose") return <Choose papers={route.papers} open={paper.open} />;
  if (route.show === "compare")
    return (
      status && <Compared key={searchOf(route)} papers={route.papers} engine={status.engine} {...paper} />
    );
  return <Paper key={searchOf(route)} route={route} status={status} kept={kept} {...paper} />;
}

/** The chosen language, and the interface in it, whenever any page of ours changes it. */
function useLanguage(chosen: string | null): string | null {
  const [lang, setLang] = useState(chosen);
  useEffect(() => {
    const stop = new AbortController();
    const follow = async (next: string | null) => {
      await loadMessages([next, chrome.i18n.getUILanguage()]);
      setLang(next);
    };
    watchSetting("lang", (next) => void follow(next), stop.signal);
    return () => stop.abort();
  }, []);
  return lang;
}
