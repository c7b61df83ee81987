import { failedConnection, reach } from "../shared/connection";
import type { Ask, ErrandKind, FromCourier, News, Trouble } from "../shared/errands";
import { readSetting } from "../shared/settings";
import type { Errand } from "./errand";
import { triage } from "./triage";

/** What it can be sent for. */
const ERRANDS: { [K in ErrandKind]: Errand<K> } = { ...triage };

/** The name that the content script of this page gave it: couriers of other pages hear the same ports. */
const NAME = new URLSearchParams(location.search).get("name");

chrome.runtime.onConnect.addListener((port) => {
  const [name, kind = ""] = port.name.split("/");
  if (name !== NAME || !Object.hasOwn(ERRANDS, kind)) return;
  const left = new AbortController();
  port.onDisconnect.addListener(() => left.abort());
  port.onMessage.addListener((ask) => void go(port, kind as ErrandKind, ask, left.signal));
  post(port, { is: "there" });
});

async function go<K extends ErrandKind>(
  port: chrome.runtime.Port,
  kind: K,
  ask: Ask<K>,
  signal: AbortSignal,
): Promise<void> {
  const tell = (news: News<K>) => {
    if (!signal.aborted) post(port, { is: "news", news });
  };
  let trouble: Trouble | null = { is: "off" };
  try {
    trouble = await attempt(ERRANDS[kind], ask, tell, signal);
  } finally {
    if (!signal.aborted) post(port, { is: "end", trouble });
  }
}

async function attempt<K extends ErrandKind>(
  errand: Errand<K>,
  ask: Ask<K>,
  tell: (news: News<K>) => void,
  signal: AbortSignal,
): Promise<Trouble | null> {
  try {
    const connection = await reach(await readSetting("paired"));
    if (connection.is !== "ready") return connection.is === "connecting" ? { is: "off" } : connection;
    const { backend, status } = connection;
    await errand({ ask, tell, backend, status, signal });
    return null;
  } catch (reason) {
    if (signal.aborted) return null;
    if (reason instanceof DOMException) return { is: "off" };
    return failedConnection(reason) as Trouble;
  }
}

function post<K extends ErrandKind>(port: chrome.runtime.Port, message: FromCourier<K>): void {
  port.postMessage(message);
}
