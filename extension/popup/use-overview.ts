import { useEffect, useState } from "preact/hooks";
import type { CardEntry, JobView } from "../shared/api";
import type { Backend } from "../shared/client";
import { type Connection, reach } from "../shared/connection";
import { pause } from "../shared/pause";
import { hasPaper } from "../shared/queue";
import { readSetting } from "../shared/settings";

/** What the backend is doing, and what was saved since midnight. */
export interface Overview {
  jobs: JobView[];
  today: CardEntry[];
}

export interface Seen {
  connection: Connection;
  overview: Overview | null;
}

const LOOK_AGAIN_MS = 2000;

/** As many as fit; the library has them all. */
const MOST = 100;

/** The state of things, looked at again for as long as the popup is open. */
export function useOverview(): Seen {
  const [seen, setSeen] = useState<Seen>({ connection: { is: "connecting" }, overview: null });
  useEffect(() => {
    const stop = new AbortController();
    void look(setSeen, stop.signal);
    return () => stop.abort();
  }, []);
  return seen;
}

async function look(show: (seen: Seen) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const connection = await reach(await readSetting("paired"));
    const overview =
      connection.is === "ready" ? await overviewOf(connection.backend).catch(() => null) : null;
    if (signal.aborted) return;
    show({ connection, overview });
    await pause(LOOK_AGAIN_MS, signal);
  }
}

async function overviewOf(backend: Backend): Promise<Overview> {
  const [jobs, { cards }] = await Promise.all([backend.jobs(), backend.cards({ offset: 0, limit: MOST })]);
  const midnight = new Date().setHours(0, 0, 0, 0);
  return {
    jobs: jobs.filter(hasPaper).filter(({ state }) => state === "queued" || state === "running"),
    today: cards.filter(({ saved_at }) => new Date(saved_at).getTime() >= midnight),
  };
}
