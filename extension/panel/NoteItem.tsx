import { useState } from "preact/hooks";
import type { Note } from "../shared/api";
import { day } from "../ui/format";
import { t } from "../ui/i18n";
import { RichText } from "../ui/RichText";
import { NoteForm } from "./NoteForm";

interface Props {
  note: Note;
  write: (body: string) => Promise<boolean>;
  erase: () => void;
}

/** One note, with the words that it was written at. */
export function NoteItem({ note, write, erase }: Props) {
  const [writing, setWriting] = useState(false);
  if (writing) return <NoteForm text={note.body} save={write} close={() => setWriting(false)} />;
  return (
    <div class="own-note">
      {note.quote && (
        <blockquote lang="en" dir="auto">
          {note.quote}
        </blockquote>
      )}
      <p dir="auto">
        <RichText text={note.body} />
      </p>
      <div class="own-note-foot">
        <time dateTime={note.changed_at}>{day(note.changed_at)}</time>
        <button type="button" class="link-button" onClick={() => setWriting(true)}>
          {t("note_change")}
        </button>
        <button type="button" class="link-button" onClick={erase}>
          {t("saved_remove_short")}
        </button>
      </div>
    </div>
  );
}
