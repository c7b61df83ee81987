import type {
  Card,
  CorrectionRequest,
  Note,
  NoteRequest,
  PaperEntry,
  PaperRequest,
  PaperView,
  StageDurations,
  TagList,
} from "./api";
import { type Backend, jsonBody } from "./client";

/** Where a paper is. An old arXiv id has a slash, which stands in the address as it is. */
export function paperPath(paper: string): string {
  return `/library/papers/${paper.split("/").map(encodeURIComponent).join("/")}`;
}

/** A saved paper with its marks and notes. */
export function savedPaper(backend: Backend, paper: string): Promise<PaperView> {
  return backend.json(paperPath(paper));
}

/** Sets star, state or tags. Throws a ProblemError `conflict` where they were changed elsewhere. */
export function markPaper(backend: Backend, paper: string, request: PaperRequest): Promise<PaperEntry> {
  return backend.json(paperPath(paper), jsonBody("PATCH", request));
}

export async function tagNames(backend: Backend): Promise<string[]> {
  return (await backend.json<TagList>("/library/tags")).tags.map(({ name }) => name);
}

export function addNote(backend: Backend, paper: string, request: NoteRequest): Promise<Note> {
  return backend.json(`${paperPath(paper)}/notes`, jsonBody("POST", request));
}

/** Another text of a note; `conflict` where it has changed since it was read. */
export function changeNote(
  backend: Backend,
  { id, revision }: Pick<Note, "id" | "revision">,
  body: string,
): Promise<Note> {
  return backend.json(
    `/library/notes/${encodeURIComponent(id)}`,
    jsonBody("PATCH", { body, based_on: revision }),
  );
}

export async function removeNote(backend: Backend, id: string): Promise<void> {
  await backend.json(`/library/notes/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** Keeps what the reader has put right on a card; answers with the whole card. */
export function correctCard(backend: Backend, card: string, request: CorrectionRequest): Promise<Card> {
  return backend.json(`/cards/${encodeURIComponent(card)}/corrections`, jsonBody("PUT", request));
}

/** The paper as a BibTeX entry. */
export function bibtexOf(backend: Backend, card: string): Promise<string> {
  return backend.text(`/cards/${encodeURIComponent(card)}/bibtex`);
}

/** Seconds that each stage usually takes with the engine in use. */
export async function usualSeconds(backend: Backend): Promise<Record<string, number>> {
  return (await backend.json<StageDurations>("/stages/durations")).seconds;
}
