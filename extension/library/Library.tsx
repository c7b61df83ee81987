import { BackendContext } from "../ui/backend";
import { useConnection } from "../ui/use-connection";
import { Desk } from "./Desk";
import { Disconnected } from "./Disconnected";

/** The saved papers, or why they cannot be had. */
export function Library() {
  const { connection, lose } = useConnection();
  if (connection.is !== "ready") return <Disconnected connection={connection} />;
  return (
    <BackendContext.Provider value={connection.backend}>
      <Desk backend={connection.backend} lose={lose} />
    </BackendContext.Provider>
  );
}
