import type {
  BulkRequest,
  Changed,
  Collection,
  CollectionList,
  Comparison,
  HistoryEntry,
  HistoryList,
  LibraryQuery,
  PaperList,
  PaperTag,
  Tag,
  TagChangeRequest,
  TagList,
  VersionsAnswer,
} from "./api";
import { type Backend, jsonBody } from "./client";
import { paperPath } from "./paper-client";

/** Papers that the search box's text finds, or all; what is null is left to the backend. */
export function findPapers(backend: Backend, query: Partial<LibraryQuery>): Promise<PaperList> {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== "");
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return backend.json(`/library/papers?${search}`);
}

/** Puts a paper into the trash. */
export function trashPaper(backend: Backend, paper: string): Promise<Changed> {
  return backend.json(paperPath(paper), { method: "DELETE" });
}

/** Takes a paper out of the trash. */
export async function restorePaper(backend: Backend, paper: string): Promise<void> {
  await backend.json(`${paperPath(paper)}/restore`, { method: "POST" });
}

/** Notes that the reader has opened a paper. */
export async function notePaperOpened(backend: Backend, paper: string): Promise<void> {
  await backend.send(`${paperPath(paper)}/opened`, { method: "POST" });
}

/** One change of many papers. */
export function changePapers(backend: Backend, request: BulkRequest): Promise<Changed> {
  return backend.json("/library/bulk", jsonBody("POST", request));
}

/** Takes a change back. */
export function undoChange(backend: Backend, undo: string): Promise<Changed> {
  return backend.json("/library/undo", jsonBody("POST", { undo }));
}

export async function allTags(backend: Backend): Promise<Tag[]> {
  return (await backend.json<TagList>("/library/tags")).tags;
}

export function changeTag(backend: Backend, tag: number, request: TagChangeRequest): Promise<PaperTag> {
  return backend.json(`/library/tags/${tag}`, jsonBody("PATCH", request));
}

/** Every paper with one of `tags` gets `into` in its place. */
export function mergeTags(backend: Backend, tags: readonly number[], into: number): Promise<Changed> {
  return backend.json("/library/tags/merge", jsonBody("POST", { tags, into }));
}

export function removeTag(backend: Backend, tag: number): Promise<Changed> {
  return backend.json(`/library/tags/${tag}`, { method: "DELETE" });
}

export async function allCollections(backend: Backend): Promise<Collection[]> {
  return (await backend.json<CollectionList>("/library/collections")).collections;
}

/** A new collection, or the one with this name. */
export function addCollection(backend: Backend, name: string): Promise<Collection> {
  return backend.json("/library/collections", jsonBody("POST", { name }));
}

export function renameCollection(backend: Backend, id: number, name: string): Promise<Collection> {
  return backend.json(`/library/collections/${id}`, jsonBody("PATCH", { name }));
}

/** Removes a collection; its papers stay. */
export function removeCollection(backend: Backend, id: number): Promise<Changed> {
  return backend.json(`/library/collections/${id}`, { method: "DELETE" });
}

/** What happened to a paper, the latest first. */
export async function historyOf(backend: Backend, paper: string): Promise<HistoryEntry[]> {
  const search = new URLSearchParams({ paper });
  return (await backend.json<HistoryList>(`/library/history?${search}`)).entries;
}

/** Two cards of one paper, part by part. */
export function compareCards(backend: Backend, left: string, right: string): Promise<Comparison> {
  return backend.json(`/library/compare?${new URLSearchParams({ left, right })}`);
}

/** Asks arXiv whether papers have newer versions; null: the 100 opened last. */
export function checkVersions(backend: Backend, ids: string[] | null): Promise<VersionsAnswer> {
  return backend.json("/library/versions", jsonBody("POST", { ids }));
}

/** Puts a note into the trash. */
export function discardNote(backend: Backend, id: string): Promise<Changed> {
  return backend.json(`/library/notes/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** Puts a question or a kept selection into the trash. */
export function discardSaying(backend: Backend, id: string): Promise<Changed> {
  return backend.json(`/library/sayings/${encodeURIComponent(id)}`, { method: "DELETE" });
}
