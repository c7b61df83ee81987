import { failedConnection, reach } from "../shared/connection";
import type { Ask, ErrandKind, FromCourier, News, Order, Trouble } from "../shared/errands";
import { answer, ask } from "../shared/messages";
import { readSetting } from "../shared/settings";
import type { Errand } from "./errand";
import { triage } from "./triage";

/** What it can be sent for. */
const ERRANDS: { [K in ErrandKind]: Errand<K> } = { ...triage };

/** Errands under way. */
const away = new Map<string, AbortController>();

answer({
  "errand.run": (order) => {
    if (order.errand === null) away.get(order.id)?.abort();
    else void go(order);
    return null;
  },
});
void ask("courier.there", null);

async function go(order: Exclude<Order, { errand: null }>): Promise<void> {
  const { id, errand } = order;
  const called = new AbortController();
  away.set(id, called);
  const tell = (news: News<ErrandKind>) => post({ id, is: "news", news }, called.signal);
  let trouble: Trouble | null = { is: "off" };
  try {
    trouble = await attempt(ERRANDS[errand] as Errand<ErrandKind>, order.ask, tell, called.signal);
  } finally {
    away.delete(id);
    post({ id, is: "end", trouble }, called.signal);
  }
}

async function attempt<K extends ErrandKind>(
  errand: Errand<K>,
  asked: Ask<K>,
  tell: (news: News<K>) => void,
  signal: AbortSignal,
): Promise<Trouble | null> {
  try {
    const connection = await reach(await readSetting("paired"));
    if (connection.is !== "ready") return connection.is === "connecting" ? { is: "off" } : connection;
    const { backend, status } = connection;
    await errand({ ask: asked, tell, backend, status, signal });
    return null;
  } catch (reason) {
    if (signal.aborted) return null;
    if (reason instanceof DOMException) return { is: "off" };
    return failedConnection(reason) as Trouble;
  }
}

function post(message: FromCourier, signal: AbortSignal): void {
  // The page may be gone already: then nobody waits for it.
  if (!signal.aborted) ask("errand.tell", message).catch(() => undefined);
}
