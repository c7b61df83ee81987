import { useState } from "preact/hooks";
import type { PaperView } from "../shared/api";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { NoteForm } from "../ui/notes/NoteForm";
import { NoteItem } from "../ui/notes/NoteItem";
import { useActs } from "./acts";

/** The reader's notes on a paper. */
export function Notes({ paper }: { paper: PaperView }) {
  const { write, online } = useActs();
  const [writing, setWriting] = useState(false);
  return (
    <section class="notes" aria-label={t("library_notes_title")}>
      {paper.notes.map((note) => (
        <NoteItem
          key={note.id}
          note={note}
          write={(body) => write(paper, body, note)}
          erase={online && (() => online.discard(note))}
        />
      ))}
      {writing ? (
        <NoteForm text="" save={(body) => write(paper, body, null)} close={() => setWriting(false)} />
      ) : (
        <button type="button" class="small-button" data-key="n" onClick={() => setWriting(true)}>
          <Icon name="note" /> {t("note_add")}
        </button>
      )}
    </section>
  );
}
