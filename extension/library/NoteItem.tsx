import { useState } from "preact/hooks";
import type { Note } from "../shared/api";
import { day } from "../ui/format";
import { t } from "../ui/i18n";
import { TextForm } from "../ui/TextForm";
import { Markdown } from "./Markdown";
import { LONGEST } from "./note-blocks";

interface Props {
  note: Note;
  write: (body: string) => Promise<boolean>;
  /** Null while the backend is off. */
  discard: (() => void) | null;
}

/** One note, with the words that it was written at. */
export function NoteItem({ note, write, discard }: Props) {
  const [writing, setWriting] = useState(false);
  if (writing) {
    const close = () => setWriting(false);
    return (
      <TextForm
        label={t("note_text")}
        text={note.body}
        longest={LONGEST}
        dir="auto"
        save={write}
        close={close}
      />
    );
  }
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
        {discard && (
          <button type="button" class="link-button" onClick={discard}>
            {t("saved_remove_short")}
          </button>
        )}
      </p>
    </div>
  );
}
