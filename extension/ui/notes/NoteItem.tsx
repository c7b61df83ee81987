import { useState } from "preact/hooks";
import type { Note } from "../../shared/api";
import { day } from "../format";
import { t } from "../i18n";
import { Markdown } from "./Markdown";
import { NoteForm } from "./NoteForm";

interface Props {
  note: Note;
  write: (body: string) => Promise<boolean>;
  /** Null where notes cannot be deleted now. */
  erase: (() => void) | null;
}

/** One note, with the words that it was written at. */
export function NoteItem({ note, write, erase }: Props) {
  const [writing, setWriting] = useState(false);
  if (writing) return <NoteForm text={note.body} save={write} close={() => setWriting(false)} />;
  return (
    <div class="note-item">
      {note.quote && (
        <blockquote lang="en" dir="auto">
          {note.quote}
        </blockquote>
      )}
      <Markdown text={note.body} />
      <p class="note-item-foot">
        <time dateTime={note.changed_at}>{day(note.changed_at)}</time>
        <button type="button" class="link-button" onClick={() => setWriting(true)}>
          {t("note_change")}
        </button>
        {erase && (
          <button type="button" class="link-button" onClick={erase}>
            {t("saved_remove_short")}
          </button>
        )}
      </p>
    </div>
  );
}
