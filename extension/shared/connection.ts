import type { ProblemDocument, Status } from "./api";
import { Backend, health } from "./client";
import { pause, untilVisible } from "./pause";
import { BackendOff, ProblemError, VersionMismatch } from "./problems";
import type { Paired } from "./settings";

/** How a page of ours stands with the backend. */
export type Connection =
  | { is: "connecting" }
  | { is: "unpaired" }
  | { is: "off"; base: string }
  | { is: "mismatch"; update: "extension" | "backend"; version: string }
  | { is: "refused"; problem: ProblemDocument }
  | { is: "ready"; backend: Backend; status: Status };

/** A backend that starts is seen within this time. */
const LOOK_AGAIN_MS = 1500;

/** Tries until the backend answers, or says something that trying again does not change. */
export async function connect(
  paired: Paired | null,
  show: (connection: Connection) => void,
  signal: AbortSignal,
): Promise<void> {
  if (!paired) return show({ is: "unpaired" });
  while (!signal.aborted) {
    await untilVisible(signal);
    const connection = await reach(paired);
    if (signal.aborted) return;
    show(connection);
    if (connection.is !== "off") return;
    await pause(LOOK_AGAIN_MS, signal);
  }
}

/** One try. */
export async function reach(paired: Paired | null): Promise<Connection> {
  if (!paired) return { is: "unpaired" };
  try {
    await health(paired.base);
    const backend = new Backend(paired);
    return { is: "ready", backend, status: await backend.status() };
  } catch (reason) {
    return failedConnection(reason);
  }
}

/** What a failed call says about the connection. Anything that is not ours is thrown on. */
export function failedConnection(reason: unknown): Connection {
  if (reason instanceof BackendOff) return { is: "off", base: reason.base };
  if (reason instanceof VersionMismatch)
    return { is: "mismatch", update: reason.update, version: reason.backendVersion };
  if (!(reason instanceof ProblemError)) throw reason;
  const lost = reason.problem.status === 401 || reason.problem.type === "origin-refused";
  return lost ? { is: "unpaired" } : { is: "refused", problem: reason.problem };
}
