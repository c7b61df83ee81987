import type { Note, PaperRequest, PaperView } from "./api";
import { keepMarks } from "./kept";
import { marked } from "./marking";
import { addPending, type Work } from "./pending";

/** Marks a kept paper while the backend is off; the change is sent when it is back. Returns the paper as it will be. */
export function markAway(paper: PaperView, request: PaperRequest): Promise<PaperView> {
  return keep(marked(paper, request), { is: "mark", request, revision: paper.revision });
}

/** The same for a new note, or another text of one. */
export function writeAway(paper: PaperView, body: string, note: Note | null): Promise<PaperView> {
  const written = note ? { ...note, body } : newNote(paper, body);
  const after = { ...paper, notes: [...paper.notes.filter(({ id }) => id !== written.id), written] };
  return keep(
    after,
    note
      ? { is: "change", note: note.id, body, revision: note.revision }
      : { is: "add", note: { id: written.id, body } },
  );
}

async function keep(after: PaperView, work: Work): Promise<PaperView> {
  await addPending(after.id, after.title, work);
  await keepMarks(after);
  return after;
}

function newNote({ id }: PaperView, body: string): Note {
  const now = new Date().toISOString();
  const made = { id: crypto.randomUUID(), paper: id, body, passage: null, quote: null };
  return { ...made, revision: 1, created_at: now, changed_at: now };
}
