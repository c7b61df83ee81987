import { useState } from "preact/hooks";
import type { Note, PaperView } from "../shared/api";
import { discardNote } from "../shared/library-client";
import { addNote, changeNote } from "../shared/paper-client";
import { ProblemError } from "../shared/problems";
import { useBackend } from "../ui/backend";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { TextForm } from "../ui/TextForm";
import { NoteItem } from "./NoteItem";

interface Props {
  paper: PaperView;
  reload: () => void;
  done: (text: string, undo: string | null) => void;
  refuse: (problem: ProblemError) => void;
  lose: (reason: unknown) => void;
}

/** As long as the backend lets a note be. */
export const LONGEST = 20_000;

/** The reader's notes on a paper. */
export function Notes({ paper, reload, done, refuse, lose }: Props) {
  const backend = useBackend();
  const [writing, setWriting] = useState(false);
  /** Whether it was kept. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      reload();
      return true;
    } catch (reason) {
      if (reason instanceof ProblemError) refuse(reason);
      else lose(reason);
      return false;
    }
  };
  const discard = (note: Note) =>
    attempt(async () => done(t("library_note_trashed"), (await discardNote(backend, note.id)).undo));
  return (
    <section class="notes" aria-label={t("library_notes_title")}>
      {paper.notes.map((note) => (
        <NoteItem
          key={note.id}
          note={note}
          write={(body) => attempt(() => changeNote(backend, note, body))}
          discard={() => void discard(note)}
        />
      ))}
      {writing ? (
        <TextForm
          label={t("note_text")}
          text=""
          longest={LONGEST}
          dir="auto"
          save={(body) => attempt(() => addNote(backend, paper.id, { body }))}
          close={() => setWriting(false)}
        />
      ) : (
        <button type="button" class="small-button" data-key="n" onClick={() => setWriting(true)}>
          <Icon name="note" /> {t("note_add")}
        </button>
      )}
    </section>
  );
}
