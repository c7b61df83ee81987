import { useState } from "preact/hooks";
import type { PaperView } from "../shared/api";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { TextForm } from "../ui/TextForm";
import { useActs } from "./acts";
import { NoteItem } from "./NoteItem";
import { LONGEST } from "./note-blocks";

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
          discard={online && (() => online.discard(note))}
        />
      ))}
      {writing ? (
        <TextForm
          label={t("note_text")}
          text=""
          longest={LONGEST}
          dir="auto"
          save={(body) => write(paper, body, null)}
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
