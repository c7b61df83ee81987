import { placeOf } from "../shared/today-place";
import { BackendContext } from "../ui/backend";
import { Disconnected } from "../ui/Disconnected";
import { t } from "../ui/i18n";
import { useConnection } from "../ui/use-connection";
import { useSetting } from "../ui/use-setting";
import { Desk } from "./Desk";

/** The day's papers, or those of a page; or why they cannot be had. */
export function Today() {
  const { connection, lose } = useConnection();
  const lang = useSetting("lang");
  if (connection.is !== "ready") return <Disconnected connection={connection} title={t("today_title")} />;
  if (lang === undefined) return null;
  const { backend, status } = connection;
  return (
    <BackendContext.Provider value={backend}>
      <Desk backend={backend} status={status} lang={lang} place={placeOf(location.search)} lose={lose} />
    </BackendContext.Provider>
  );
}
