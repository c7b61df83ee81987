import type { BatchItem, BatchList, BatchRequest, BatchView, Estimate, EstimateRequest } from "./api";
import { type Backend, jsonBody } from "./client";
import type { Numbered } from "./event-stream";
import { inTurns } from "./turns";

/** Answers at most so late: a list of thousands of papers is looked up one by one. */
const LONG_LIST_MS = 60_000;

/** What brief glosses of these papers would take; nothing is sent to a model. */
export function estimate(backend: Backend, papers: string[], lang: string): Promise<Estimate> {
  const request: EstimateRequest = { papers: some(papers), kind: "brief", lang };
  return backend.json("/estimates", slow(jsonBody("POST", request)));
}

/** A batch of brief glosses, or the running one that asks for the same. */
export function start(backend: Backend, papers: string[], lang: string, label: string): Promise<BatchView> {
  const request: BatchRequest = { papers: some(papers), kind: "brief", lang, label };
  return backend.json("/batches", slow(jsonBody("POST", request)));
}

/** Batches with this label, the newest first. */
export async function withLabel(backend: Backend, label: string): Promise<BatchView[]> {
  return (await backend.json<BatchList>(`/batches?${new URLSearchParams({ label })}`)).batches;
}

export function resume(backend: Backend, id: string): Promise<BatchView> {
  return backend.json(`/batches/${encodeURIComponent(id)}/resume`, { method: "POST" });
}

export async function cancel(backend: Backend, id: string): Promise<void> {
  await backend.send(`/batches/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** The papers as they end, after number `after`; last the batch, when it does not run any more. */
export function batchEvents(
  backend: Backend,
  id: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Numbered<BatchItem | BatchView>, void> {
  const path = `/batches/${encodeURIComponent(id)}/events`;
  const open = (last: number, turn: AbortSignal, opened: () => void) => {
    const headers = { "last-event-id": String(last) };
    return backend.stream<BatchItem | BatchView>(path, headers, ({ event }) => !("n" in event), turn, opened);
  };
  return inTurns(open, after, signal);
}

function some(papers: string[]): [string, ...string[]] {
  const [first, ...others] = papers;
  if (first === undefined) throw new TypeError("no paper is asked about");
  return [first, ...others];
}

function slow(init: RequestInit): RequestInit {
  return { ...init, signal: AbortSignal.timeout(LONG_LIST_MS) };
}
