import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import { type Connection, connect, failedConnection } from "../shared/connection";
import { type Paired, readSetting, watchSetting } from "../shared/settings";

/** The connection, made anew when the reader pairs another backend or when `lose` is told of a failed call. */
export function useConnection(): { connection: Connection; lose: (reason: unknown) => void } {
  const [connection, setConnection] = useState<Connection>({ is: "connecting" });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round connects again
  useLayoutEffect(() => {
    const stop = new AbortController();
    let attempt = new AbortController();
    const start = (paired: Paired | null) => {
      attempt.abort();
      attempt = new AbortController();
      void connect(paired, setConnection, AbortSignal.any([stop.signal, attempt.signal]));
    };
    watchSetting("paired", start, stop.signal);
    void readSetting("paired").then((paired) => stop.signal.aborted || start(paired));
    return () => stop.abort();
  }, [round]);
  const lose = useCallback((reason: unknown) => {
    const now = failedConnection(reason);
    setConnection(now);
    if (now.is === "off") setRound((before) => before + 1);
  }, []);
  return { connection, lose };
}
