import type {
  Card,
  CardList,
  Event,
  GlossAnswer,
  GlossRequest,
  Health,
  JobList,
  JobView,
  PageQuery,
  PairAnswer,
  PairRequest,
  StageStatus,
  Status,
  UploadAnswer,
} from "./api";
import type { Numbered } from "./event-stream";
import { BackendOff, ProblemError, problemOf, VersionMismatch } from "./problems";
import type { Paired } from "./settings";
import { inTurns, wantConnection } from "./turns";

/** The backend's `API_VERSION` that this extension speaks. */
export const API_VERSION = 1;

const ROOT = "/api/v1";

/** Long enough for a backend that is reading a big PDF on a slow machine. */
const ANSWER_TIMEOUT_MS = 20_000;

const COMMON: RequestInit = {
  cache: "no-store",
  credentials: "omit",
  redirect: "error",
  referrerPolicy: "no-referrer",
};

async function send(base: string, path: string, init: RequestInit): Promise<Response> {
  const signal = init.signal ?? AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  const answered = wantConnection();
  const response = await fetch(base + path, { ...COMMON, ...init, signal })
    .catch((reason: unknown) => {
      if (init.signal?.aborted) throw reason;
      throw new BackendOff(base);
    })
    .finally(answered);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** A request with a JSON body. */
export function jsonBody(method: string, body: unknown): RequestInit {
  return { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

/** Asks who answers at `base`. Throws BackendOff, or VersionMismatch when the two do not fit. */
export async function health(base: string): Promise<Health> {
  const answer = (await (await send(base, `${ROOT}/health`, {})).json().catch(() => null)) as Health | null;
  if (answer?.name !== "papergloss") throw new BackendOff(base);
  if (answer.api > API_VERSION) throw new VersionMismatch("extension", answer.version);
  if (answer.api < API_VERSION) throw new VersionMismatch("backend", answer.version);
  return answer;
}

/** Changes a one-time secret into a token that works from this extension only. */
export async function pair(base: string, request: PairRequest): Promise<PairAnswer> {
  return (await send(base, `${ROOT}/pair`, jsonBody("POST", request))).json();
}

/**
 * The paired backend. Every call throws ProblemError (its answer is a problem document) or
 * BackendOff (nobody answers); an aborted signal throws the signal's own reason.
 */
export class Backend {
  constructor(private readonly paired: Paired) {}

  status(): Promise<Status> {
    return this.json("/status");
  }

  /** Records that the reader has seen that `provider` gets the text. */
  async consent(provider: string): Promise<void> {
    await this.send("/consents", jsonBody("PUT", { provider }));
  }

  /** A finished card, or the job that makes it (exactly one of the two). */
  gloss(request: GlossRequest): Promise<GlossAnswer> {
    return this.json("/glosses", jsonBody("POST", request));
  }

  /** Hands over a PDF that is not arXiv's; the key to ask `gloss` for. */
  async upload(file: File): Promise<string> {
    const query = new URLSearchParams({ name: file.name });
    const init = { method: "POST", body: file, headers: { "content-type": "application/pdf" } };
    return (await this.json<UploadAnswer>(`/uploads?${query}`, init)).paper;
  }

  async jobs(): Promise<JobView[]> {
    return (await this.json<JobList>("/jobs")).jobs;
  }

  job(id: string): Promise<JobView> {
    return this.json(`/jobs/${encodeURIComponent(id)}`);
  }

  async cancel(id: string): Promise<void> {
    await this.send(`/jobs/${encodeURIComponent(id)}`, { method: "DELETE" });
  }

  /** Runs one stage again, and what depends on it. */
  retry(id: string, stage: StageStatus["name"]): Promise<JobView> {
    return this.json(`/jobs/${encodeURIComponent(id)}/stages/${stage}/retry`, { method: "POST" });
  }

  /** Saved papers, newest first. */
  cards(query: PageQuery = { offset: 0, limit: 50 }): Promise<CardList> {
    return this.json(`/cards?offset=${query.offset}&limit=${query.limit}`);
  }

  card(id: string): Promise<Card> {
    return this.json(`/cards/${encodeURIComponent(id)}`);
  }

  async removeCard(id: string): Promise<void> {
    await this.send(`/cards/${encodeURIComponent(id)}`, { method: "DELETE" });
  }

  async markdown(id: string): Promise<string> {
    return this.text(`/cards/${encodeURIComponent(id)}/markdown`);
  }

  /** A picture by its path on the backend, e.g. a figure's `url`. */
  async picture(path: string): Promise<Blob> {
    if (!path.startsWith(`${ROOT}/`)) throw new TypeError("a picture's path begins with /api/v1/");
    return (await this.send(path.slice(ROOT.length))).blob();
  }

  /** Path of the crop of the page on which passage `passage` of a card stands. */
  evidencePath(cardId: string, passage: number): string {
    return `${ROOT}/cards/${encodeURIComponent(cardId)}/evidence/${passage}.webp`;
  }

  /**
   * The events of a job after number `after` (0: from the first). Ends after `done`; a stream that
   * breaks off before throws BackendOff, and can be taken up again after the last `seq`.
   */
  async *events(jobId: string, after: number, signal: AbortSignal): AsyncGenerator<Numbered, void> {
    const path = `/jobs/${encodeURIComponent(jobId)}/events?after=`;
    const open = (last: number, turn: AbortSignal, opened: () => void) =>
      this.stream<Event>(path + last, {}, ({ event }) => event.type === "done", turn, opened);
    yield* inTurns(open, after, signal);
  }

  /** Server-sent events until `isLast`; a stream that breaks off before throws BackendOff. For `inTurns`. */
  async *stream<T>(
    path: string,
    headers: Record<string, string>,
    isLast: (item: Numbered<T>) => boolean,
    signal: AbortSignal,
    opened: () => void,
  ): AsyncGenerator<Numbered<T>, void> {
    const { readEvents } = await import("./event-stream");
    const response = await this.send(path, { signal, headers: { ...headers, accept: "text/event-stream" } });
    opened();
    try {
      for await (const item of readEvents<T>(response.body as ReadableStream<Uint8Array>)) {
        yield item;
        if (isLast(item)) return;
      }
    } catch (reason) {
      if (signal.aborted || reason instanceof ProblemError) throw reason;
    }
    throw new BackendOff(this.paired.base);
  }

  send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${this.paired.token}` };
    return send(this.paired.base, ROOT + path, { ...init, headers });
  }

  async text(path: string): Promise<string> {
    return (await this.send(path)).text();
  }

  async json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await this.send(path, init)).json();
  }
}
