import { useState } from "preact/hooks";
import type { PaperView } from "../shared/api";
import { tagNames } from "../shared/paper-client";
import { useBackend } from "../ui/backend";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { lazy } from "../ui/lazy";
import { ProblemNote } from "../ui/ProblemNote";
import { TagField } from "../ui/TagField";
import { NoteForm } from "./NoteForm";
import type { Shelf } from "./use-shelf";

const NoteItem = lazy(async () => (await import("./NoteItem")).NoteItem);

const STATES = ["to_read", "skimmed", "read", "dropped"] as const satisfies PaperView["state"][];

/** What the reader makes of the paper: its state, tags and notes. */
export function Marks({ shelf }: { shelf: Shelf }) {
  const backend = useBackend();
  const { paper, problem, mark, write, erase } = shelf;
  const [writing, setWriting] = useState(false);
  return (
    <section class="marks" aria-label={t("marks_title")}>
      <div class="marks-line">
        <select
          class="marks-state"
          aria-label={t("marks_state")}
          value={paper.state}
          onChange={(event) => mark({ state: event.currentTarget.value as PaperView["state"] })}
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`paper_${state}`)}
            </option>
          ))}
        </select>
        {paper.tags.map(({ name }) => (
          <span key={name} class="mark-tag">
            {name}
            <button
              type="button"
              aria-label={t("tag_remove", name)}
              title={t("tag_remove", name)}
              onClick={() => mark({ remove_tags: [name] })}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
        <TagField
          class="mark-add"
          names={() => tagNames(backend)}
          taken={paper.tags.map(({ name }) => name)}
          add={(name) => mark({ add_tags: [name] })}
          shortcut="t"
        />
        <button type="button" class="mark-add" data-key="a" onClick={focusQuestion}>
          <Icon name="ask" /> {t("question_ask")}
        </button>
        {!writing && (
          <button type="button" class="mark-add" data-key="n" onClick={() => setWriting(true)}>
            <Icon name="note" /> {t("note_add")}
          </button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      {paper.notes.map((note) => (
        <NoteItem key={note.id} note={note} write={(body) => write(body, note)} erase={() => erase(note)} />
      ))}
      {writing && <NoteForm text="" save={(body) => write(body, null)} close={() => setWriting(false)} />}
    </section>
  );
}

/** Where the reader asks stands under the card. */
function focusQuestion(): void {
  document.getElementById("question-field")?.focus();
}
