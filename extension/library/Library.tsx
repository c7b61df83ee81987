import { useMemo } from "preact/hooks";
import { Backend } from "../shared/client";
import { BackendContext } from "../ui/backend";
import { Disconnected } from "../ui/Disconnected";
import { t } from "../ui/i18n";
import { useConnection } from "../ui/use-connection";
import { useSetting } from "../ui/use-setting";
import { Away } from "./Away";
import { Desk } from "./Desk";

/** The saved papers; while the backend is off those that are kept here; or why there are none. */
export function Library() {
  const { connection, lose } = useConnection();
  const paired = useSetting("paired");
  const backend = useMemo(() => paired && new Backend(paired), [paired]);
  if (connection.is === "off" && backend) {
    return (
      <BackendContext.Provider value={backend}>
        <Away />
      </BackendContext.Provider>
    );
  }
  if (connection.is !== "ready") return <Disconnected connection={connection} title={t("library_title")} />;
  return (
    <BackendContext.Provider value={connection.backend}>
      <Desk backend={connection.backend} lose={lose} />
    </BackendContext.Provider>
  );
}
