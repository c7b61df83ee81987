import type { PaperView } from "../shared/api";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { TagField } from "../ui/TagField";
import { useActs } from "./acts";
import { CollectionChips } from "./CollectionChips";
import { Erase } from "./Erase";
import { IconButton } from "./IconButton";
import { STATE_NAMES, STATES } from "./states";
import { TagDot } from "./TagDot";

interface Props {
  paper: PaperView;
  close: () => void;
}

/** What the reader makes of the paper, and what can be done with it. */
export function DetailBar({ paper, close }: Props) {
  const { mark, online, tagNames } = useActs();
  return (
    <header class="detail-bar">
      <span class="detail-back">
        <IconButton icon="back" label={t("library_back")} press={close} />
      </span>
      <IconButton
        icon="star"
        label={t("star")}
        pressed={paper.starred}
        shortcut="s"
        press={() => mark(paper, { starred: !paper.starred })}
      />
      <select
        aria-label={t("marks_state")}
        value={paper.state}
        onChange={(event) => {
          const state = STATES.find((one) => one === event.currentTarget.value);
          if (state) mark(paper, { state });
        }}
      >
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(STATE_NAMES[state])}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="small-button"
        data-key="e"
        onClick={() => mark(paper, { state: paper.state === "read" ? "to_read" : "read" })}
      >
        <Icon name="check" /> {t(paper.state === "read" ? "library_mark_unread" : "library_mark_read")}
      </button>
      {paper.tags.map((tag) => (
        <span key={tag.name} class="detail-tag">
          <TagDot tag={tag} />
          <button
            type="button"
            aria-label={t("tag_remove", tag.name)}
            title={t("tag_remove", tag.name)}
            onClick={() => mark(paper, { remove_tags: [tag.name] })}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <TagField
        class="small-button"
        names={tagNames}
        taken={paper.tags.map(({ name }) => name)}
        add={(name) => mark(paper, { add_tags: [name] })}
        shortcut="t"
      />
      <CollectionChips paper={paper} />
      <span class="grow" />
      {online && paper.trashed_at && (
        <>
          <button type="button" class="button" onClick={() => online.restore(paper)}>
            {t("library_restore")}
          </button>
          <Erase paper={paper} />
        </>
      )}
      {online && !paper.trashed_at && (
        <IconButton
          icon="remove"
          label={t("library_to_trash")}
          shortcut="Delete"
          press={() => online.trash(paper)}
        />
      )}
    </header>
  );
}
