import { useEffect, useState } from "preact/hooks";
import { watchSetting } from "../shared/settings";
import { BackendContext } from "../ui/backend";
import { loadMessages } from "../ui/i18n";
import { Choose } from "./Choose";
import { Header } from "./Header";
import { Paper } from "./Paper";
import { type Route, searchOf } from "./route";
import { Saved } from "./Saved";
import { Disconnected } from "./states/Disconnected";
import { useConnection } from "./use-connection";

interface Props {
  start: Route;
  /** The reader's chosen language; null takes the backend's. */
  lang: string | null;
}

/** The whole panel: its head, and under it the paper, the list, or why there is neither. */
export function Panel({ start, lang: chosen }: Props) {
  const [route, setRoute] = useState(start);
  const [paper, setPaper] = useState<Route>(start);
  const [cardId, setCardId] = useState<string | null>(null);
  const { connection, lose } = useConnection();
  const lang = useLanguage(chosen);
  const go = (next: Route) => {
    history.replaceState(null, "", searchOf(next));
    setRoute(next);
    if (next.show !== "saved") setPaper(next);
  };
  const ready = connection.is === "ready" ? connection : null;
  const shown = lang ?? ready?.status.lang ?? "";
  return (
    <BackendContext.Provider value={ready?.backend ?? null}>
      <Header
        status={ready?.status ?? null}
        lang={shown}
        cardId={cardId}
        listed={route.show === "saved"}
        back={paper.show === "saved" ? null : () => go(paper)}
        list={() => go({ show: "saved" })}
      />
      {!ready && <Disconnected connection={connection} />}
      {ready && route.show === "saved" && <Saved open={go} lose={lose} />}
      {ready && route.show === "choose" && <Choose papers={route.papers} open={go} />}
      {ready && (route.show === "paper" || route.show === "card") && (
        <Paper
          key={searchOf(route)}
          route={route}
          lang={shown}
          status={ready.status}
          lose={lose}
          onStored={setCardId}
        />
      )}
    </BackendContext.Provider>
  );
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
