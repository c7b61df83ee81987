import { useState } from "preact/hooks";
import type { PaperView } from "../shared/api";
import { tagNames } from "../shared/paper-client";
import { useBackend } from "../ui/backend";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { LibraryLink } from "../ui/LibraryLink";
import { lazy } from "../ui/lazy";
import { NoteForm } from "../ui/notes/NoteForm";
import { ProblemNote } from "../ui/ProblemNote";
import { TagField } from "../ui/TagField";
import { usePending } from "../ui/use-pending";
import { focusQuestion } from "./question-field";
import { StarButton } from "./StarButton";
import type { Shelf } from "./use-shelf";

const NoteItem = lazy(async () => (await import("../ui/notes/NoteItem")).NoteItem);

const STATES = ["to_read", "skimmed", "read", "dropped"] as const satisfies PaperView["state"][];

/** What the reader makes of the paper: its state, tags and notes. */
export function Marks({ shelf }: { shelf: Shelf }) {
  const backend = useBackend();
  const { paper, problem, mark, write, erase } = shelf;
  const [writing, setWriting] = useState(false);
  return (
    <section class="marks" aria-label={t("marks_title")}>
      <div class="marks-line">
        {!erase && <StarButton shelf={shelf} />}
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
        {erase && (
          <button type="button" class="mark-add" data-key="a" onClick={focusQuestion}>
            <Icon name="ask" /> {t("question_ask")}
          </button>
        )}
        {!writing && (
          <button type="button" class="mark-add" data-key="n" onClick={() => setWriting(true)}>
            <Icon name="note" /> {t("note_add")}
          </button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      <Clashes paper={paper.id} />
      {paper.notes.map((note) => (
        <NoteItem
          key={note.id}
          note={note}
          write={(body) => write(body, note)}
          erase={erase && (() => erase(note))}
        />
      ))}
      {writing && <NoteForm text="" save={(body) => write(body, null)} close={() => setWriting(false)} />}
    </section>
  );
}

/** Says that what was changed while the backend was off clashes; the library page settles it. */
function Clashes({ paper }: { paper: string }) {
  const clashes = usePending().some((one) => one.paper === paper && one.refused);
  if (!clashes) return null;
  return (
    <p class="quiet" role="status">
      {t("refused_title")}: <LibraryLink />
    </p>
  );
}
