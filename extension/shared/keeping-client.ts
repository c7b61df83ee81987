import type {
  BackupEntry,
  BackupList,
  BackupPreview,
  ClientList,
  ClientView,
  EraseRequest,
  TermList,
  UsageReport,
} from "./api";
import { type Backend, jsonBody } from "./client";
import { forget, forgetAll, keptPapers } from "./kept";
import { savedPaper } from "./paper-client";
import { allPending, dropPending } from "./pending";
import { ProblemError } from "./problems";

/** Copying, restoring or erasing a large library takes its time. */
const LONG_MS = 180_000;

const long = (init: RequestInit): RequestInit => ({ ...init, signal: AbortSignal.timeout(LONG_MS) });
const named = (name: string) => `/library/backups/${encodeURIComponent(name)}`;

/** What models have cost, and the cap on a month. */
export function usage(backend: Backend): Promise<UsageReport> {
  return backend.json("/usage");
}

/** Null takes the cap away. */
export function setCap(backend: Backend, amount: number | null): Promise<UsageReport> {
  return backend.json("/usage/cap", jsonBody("PUT", { amount }));
}

/** The reader's translations of terms into one language. */
export function terms(backend: Backend, lang: string): Promise<TermList> {
  return backend.json(`/terms?${new URLSearchParams({ lang })}`);
}

/** Replaces the whole list. */
export function setTerms(backend: Backend, list: TermList): Promise<TermList> {
  return backend.json("/terms", jsonBody("PUT", list));
}

/** Every browser that is paired with the backend. */
export async function clients(backend: Backend): Promise<ClientView[]> {
  return (await backend.json<ClientList>("/clients")).clients;
}

/** Takes a browser's token away. */
export async function removeClient(backend: Backend, id: string): Promise<void> {
  await backend.send(`/clients/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export async function backups(backend: Backend): Promise<BackupEntry[]> {
  return (await backend.json<BackupList>("/library/backups")).backups;
}

export function makeBackup(backend: Backend): Promise<BackupEntry> {
  return backend.json("/library/backups", long({ method: "POST" }));
}

/** What restoring it would do. */
export function previewBackup(backend: Backend, name: string): Promise<BackupPreview> {
  return backend.json(named(name), long({}));
}

/** What is in the library now is backed up first. */
export async function restoreBackup(backend: Backend, name: string): Promise<void> {
  await backend.send(`${named(name)}/restore`, long({ method: "POST" }));
}

export async function removeBackup(backend: Backend, name: string): Promise<void> {
  await backend.send(named(name), { method: "DELETE" });
}

/** The whole library as JSON, with nothing left out. */
export async function exportAll(backend: Backend): Promise<Blob> {
  return (await backend.send("/library/export?format=json", long({}))).blob();
}

/** Deletes for ever, in this browser too. */
export async function erase(backend: Backend, what: EraseRequest): Promise<void> {
  await backend.send("/library/erase", long(jsonBody("POST", what)));
  if (what.everything) {
    await forgetAll();
    await Promise.all((await allPending()).map(dropPending));
  } else if (what.paper) await forget([what.paper]);
  else await forgetGone(backend);
}

/** Lets go of kept papers that the library no longer has: they may have been put into the trash anywhere. */
async function forgetGone(backend: Backend): Promise<void> {
  for (const { paper } of await keptPapers()) {
    try {
      await savedPaper(backend, paper.id);
    } catch (reason) {
      if (!(reason instanceof ProblemError && reason.problem.type === "not-found")) throw reason;
      await forget([paper.id]);
    }
  }
}
