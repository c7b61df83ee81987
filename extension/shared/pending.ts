import type { ConflictDocument, NoteRequest, PaperRequest, ProblemDocument } from "./api";
import type { Backend } from "./client";
import { addNote, changeNote, markPaper } from "./paper-client";
import { ProblemError } from "./problems";
import { valuesWith } from "./storage";

/** A change made while the backend was off, with the revision that it was based on. */
export type Work =
  | { is: "mark"; request: PaperRequest; revision: number }
  | { is: "add"; note: NoteRequest & { id: string } }
  | { is: "change"; note: string; body: string; revision: number };

export interface Pending {
  key: string;
  paper: string;
  title: string;
  work: Work;
  /** Why it was not taken when it was sent; null: it has not been sent. */
  refused: Refusal | null;
}

/** The backend's problem; with what is stored, where the two are in conflict. */
export type Refusal = ProblemDocument & Partial<Pick<ConflictDocument, "current">>;

const PREFIX = "pending/";

let made = 0;

/** Keys sort by time, and within a page by order. */
function newKey(): string {
  made += 1;
  const parts = [Date.now(), made].map((n) => String(n).padStart(15, "0"));
  return PREFIX + [...parts, crypto.randomUUID()].join("-");
}

export async function addPending(paper: string, title: string, work: Work): Promise<void> {
  const pending: Pending = { key: newKey(), paper, title, work, refused: null };
  await chrome.storage.local.set({ [pending.key]: pending });
}

/** Every change that the backend does not have, the first one first. */
export function allPending(): Promise<Pending[]> {
  return valuesWith<Pending>(PREFIX);
}

export async function dropPending(pending: Pending): Promise<void> {
  await chrome.storage.local.remove(pending.key);
}

/**
 * Sends what has not been sent, in order. What the backend refuses stays, with its reason. Two pages may do
 * this at once: the backend takes the same change twice as one. Throws BackendOff; returns how many were taken.
 */
export async function sendPending(backend: Backend): Promise<number> {
  const own = new Map<string, number>();
  let taken = 0;
  for (const pending of await allPending()) {
    if (pending.refused) continue;
    try {
      await send(backend, pending, own);
      await dropPending(pending);
      taken += 1;
    } catch (reason) {
      if (!(reason instanceof ProblemError) || reason.problem.status === 401) throw reason;
      await refuse(pending, reason.problem);
    }
  }
  return taken;
}

/** Sends a refused change once more, on top of what is stored now. Throws BackendOff and ProblemError. */
export async function insist(backend: Backend, pending: Pending): Promise<void> {
  const revision = Number(pending.refused?.current?.revision ?? 1);
  await send(backend, { ...pending, work: rebased(pending.work, revision) }, new Map());
  await dropPending(pending);
}

function rebased(work: Work, revision: number): Work {
  return work.is === "add" ? work : { ...work, revision };
}

/**
 * `own`: the revisions that our own changes have made. Our earlier change is no reason for a conflict, as long
 * as nobody else's came between.
 */
async function send(backend: Backend, { paper, work }: Pending, own: Map<string, number>): Promise<void> {
  if (work.is === "add") {
    await addNote(backend, paper, work.note);
    return;
  }
  const what = work.is === "mark" ? paper : work.note;
  const revision = own.get(what) ?? work.revision;
  const kept =
    work.is === "mark"
      ? await markPaper(backend, paper, { ...work.request, based_on: revision })
      : await changeNote(backend, { id: work.note, revision }, work.body);
  if (kept.revision === revision + 1) own.set(what, kept.revision);
}

async function refuse(pending: Pending, problem: Refusal): Promise<void> {
  await chrome.storage.local.set({ [pending.key]: { ...pending, refused: problem } satisfies Pending });
}

/** Calls `listener` whenever any page adds a change, sends one, or drops one. */
export function watchPending(listener: () => void, signal: AbortSignal): void {
  const onChange = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) listener();
  };
  chrome.storage.local.onChanged.addListener(onChange);
  signal.addEventListener("abort", () => chrome.storage.local.onChanged.removeListener(onChange));
}
