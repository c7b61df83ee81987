import type { Changed, DecisionRequest, Followed, TodayList } from "./api";
import { type Backend, jsonBody } from "./client";

/** Feeds of several categories are asked for one after the other, and arXiv may take its time. */
const ARXIV_MS = 120_000;

/** A part of arXiv's list of earlier days is as big as arXiv makes it. */
const PART_MS = 310_000;

const patient = (ms = ARXIV_MS): RequestInit => ({ signal: AbortSignal.timeout(ms) });

/** What arXiv announced in the reader's categories: last, or on a day. */
export function todaysPapers(backend: Backend, lang: string | null, day: string | null): Promise<TodayList> {
  const query = new URLSearchParams({ ...(lang && { lang }), ...(day && { day }) });
  return backend.json(`/today?${query}`, patient(day ? PART_MS : ARXIV_MS));
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
