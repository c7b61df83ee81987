import type { Changed, DecisionRequest, Followed, TodayList } from "./api";
import { type Backend, jsonBody } from "./client";

/** Feeds of several categories are asked for one after the other, and arXiv may take its time. */
const ARXIV_MS = 120_000;

const patient = (): RequestInit => ({ signal: AbortSignal.timeout(ARXIV_MS) });

/** What arXiv announced last in the reader's categories. */
export function todaysPapers(backend: Backend, lang: string | null): Promise<TodayList> {
  return backend.json(`/today?${new URLSearchParams(lang ? { lang } : {})}`, patient());
}

/** The same for papers that another page lists. */
export function chosenPapers(backend: Backend, papers: string[], lang: string | null): Promise<TodayList> {
  return backend.json("/today/papers", { ...jsonBody("POST", { papers, lang }), ...patient() });
}

/** Keeps a paper to read, or drops it. */
export function decide(backend: Backend, request: DecisionRequest): Promise<Changed> {
  return backend.json("/today/decisions", { ...jsonBody("POST", request), ...patient() });
}

/** What brings papers to the reader. */
export function followed(backend: Backend): Promise<Followed> {
  return backend.json("/settings/following");
}

export function setFollowed(backend: Backend, following: Followed): Promise<Followed> {
  return backend.json("/settings/following", jsonBody("PUT", following));
}
