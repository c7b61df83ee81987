import type { Note, PaperView } from "../shared/api";
import { keepMarks } from "../shared/kept";
import { addPending } from "../shared/pending";
import type { Acts } from "./acts";
import { marked } from "./marking";

/** What a reader can do while the backend is off: it is kept here, and sent when it is back. */
export function awayActs(papers: readonly PaperView[], show: (paper: PaperView) => void): Acts {
  const keep = async (paper: PaperView) => {
    await keepMarks(paper);
    show(paper);
  };
  return {
    mark: (entry, request) => {
      const paper = papers.find(({ id }) => id === entry.id);
      if (!paper) return;
      void addPending(paper.id, paper.title, { is: "mark", request, revision: paper.revision }).then(() =>
        keep(marked(paper, request)),
      );
    },
    tagNames: async () => [...new Set(papers.flatMap(({ tags }) => tags.map(({ name }) => name)))].sort(),
    write: async (paper, body, note) => {
      const changed = note ? { ...note, body } : newNote(paper, body);
      await addPending(
        paper.id,
        paper.title,
        note
          ? { is: "change", note: note.id, body, revision: note.revision }
          : { is: "add", note: { id: changed.id, body } },
      );
      await keep({ ...paper, notes: [...paper.notes.filter(({ id }) => id !== changed.id), changed] });
      return true;
    },
    online: null,
  };
}

function newNote({ id }: PaperView, body: string): Note {
  const now = new Date().toISOString();
  const made = { id: crypto.randomUUID(), paper: id, body, passage: null, quote: null };
  return { ...made, revision: 1, created_at: now, changed_at: now };
}
