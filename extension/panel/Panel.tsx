import { useCallback, useEffect, useState } from "preact/hooks";
import type { Card } from "../shared/api";
import { watchSetting, writeSetting } from "../shared/settings";
import { BackendContext } from "../ui/backend";
import { loadMessages, t } from "../ui/i18n";
import { lazy } from "../ui/lazy";
import { useConnection } from "../ui/use-connection";
import { useKept, useSending } from "../ui/use-keeping";
import { Header } from "./Header";
import { type OnScreen, Paper } from "./Paper";
import { PdfDrop } from "./PdfDrop";
import { type Route, searchOf } from "./route";
import { Notice } from "./states/Notice";
import { useShelf } from "./use-shelf";
import { useShortcuts } from "./use-shortcuts";
import { useUpload } from "./use-upload";

const Away = lazy(async () => (await import("./states/Away")).Away);
const Choose = lazy(async () => (await import("./Choose")).Choose);
const Saved = lazy(async () => (await import("./Saved")).Saved);
const ShortcutSheet = lazy(async () => (await import("./ShortcutSheet")).ShortcutSheet);

interface Props {
  start: Route;
  /** The reader's chosen language; null takes the backend's. */
  lang: string | null;
}

/** The whole panel: its head, and under it the paper, the list, or why there is neither. */
export function Panel({ start, lang: chosen }: Props) {
  const [route, setRoute] = useState(start);
  const [paper, setPaper] = useState<Route>(start);
  const [onScreen, setOnScreen] = useState<OnScreen | null>(null);
  const [sheet, setSheet] = useState(false);
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
  const shown = lang ?? ready?.status.lang ?? "";
  const shelf = useShelf(backend, paperOf(onScreen?.card), lose);
  useKept(shelf?.paper, onScreen?.card);
  useSending(backend, nothing, lose);
  const list = () => go({ show: "saved" });
  const back = paper.show === "saved" ? null : () => go(paper);
  useShortcuts(useCallback(() => setSheet(true), []));
  const speak = (next: string) => {
    void writeSetting("lang", next);
    // A stored card speaks one language; its paper is asked for in the other one, and is not read again.
    if (route.show === "card" && onScreen) go({ show: "paper", paper: onScreen.card.key.paper });
  };
  return (
    <BackendContext.Provider value={backend}>
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
      {connection.is === "connecting" && <Notice title={t("connecting")} busy />}
      {connection.is !== "connecting" && !ready && <Away connection={connection} route={route} />}
      {ready && route.show === "saved" && <Saved open={go} send={uploads.send} lose={lose} />}
      {ready && route.show === "choose" && <Choose papers={route.papers} open={go} />}
      {ready && (route.show === "paper" || route.show === "card") && (
        <Paper
          key={searchOf(route)}
          route={route}
          lang={shown}
          status={ready.status}
          lose={lose}
          shelf={shelf}
          onStored={setOnScreen}
        />
      )}
      {ready && <PdfDrop uploads={uploads} />}
      {sheet && <ShortcutSheet close={() => setSheet(false)} />}
    </BackendContext.Provider>
  );
}

/** The panel reads what is stored with every paper that it opens. */
function nothing(): void {}

/** What the library calls the paper of a card. */
function paperOf(card: Card | undefined): string | null {
  return card ? (card.metadata?.arxiv_id ?? card.key.paper) : null;
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
