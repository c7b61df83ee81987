import { BACKEND_HOST } from "../arxiv/hosts";
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
  /** The browser no longer lets us talk to this machine: the reader has taken the permission back. */
  | { is: "blocked"; base: string }
  | { is: "mismatch"; update: "extension" | "backend"; version: string }
  | { is: "refused"; problem: ProblemDocument }
  | { is: "ready"; backend: Backend; status: Status };

const THIS_MACHINE = { origins: [`http://${BACKEND_HOST}/*`] };

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
    if (connection.is !== "off" && connection.is !== "blocked") return;
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
    const failed = failedConnection(reason);
    if (failed.is !== "off" || (await chrome.permissions.contains(THIS_MACHINE))) return failed;
    return { is: "blocked", base: failed.base };
  }
}

/** Asks for the permission again; must be called by a press of the reader's. */
export function allowThisMachine(): Promise<boolean> {
  return chrome.permissions.request(THIS_MACHINE);
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
