import type { PaperEntry } from "../shared/api";
import { day } from "../ui/format";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { RichText } from "../ui/RichText";
import { Marked } from "./Marked";
import { STATE_NAMES } from "./states";
import { TagDot } from "./TagDot";

interface Props {
  paper: PaperEntry;
  index: number;
  total: number;
  top: number;
  open: boolean;
  chosen: boolean;
  /** The one line of the list that Tab reaches. */
  reached: boolean;
  press: (event: MouseEvent) => void;
  choose: (() => void) | undefined;
  star: () => void;
}

/** One saved paper in the list. */
export function Line({ paper, index, total, top, open, chosen, reached, press, choose, star }: Props) {
  const { title, title_target, marks } = paper;
  const name = title_target ?? title;
  const tab = reached ? 0 : -1;
  return (
    <li
      class={`line line-${paper.state}`}
      data-index={index}
      aria-setsize={total}
      aria-posinset={index + 1}
      style={{ top: `${top}px` }}
    >
      {choose && (
        <input
          type="checkbox"
          tabIndex={tab}
          checked={chosen}
          aria-label={t("library_choose", name)}
          onChange={choose}
        />
      )}
      <button
        type="button"
        class="line-open"
        tabIndex={tab}
        aria-current={open ? "true" : undefined}
        onClick={press}
      >
        <span class="line-title" dir="auto">
          {marks ? (
            <Marked segments={marks.title_target ?? marks.title} />
          ) : (
            <RichText text={name} links={false} />
          )}
        </span>
        <span class="line-under" dir="auto">
          <Under paper={paper} />
        </span>
        <span class="line-facts">
          <Facts paper={paper} />
        </span>
      </button>
      <button
        type="button"
        class={`icon-button ${paper.starred ? "starred" : ""}`}
        tabIndex={tab}
        aria-label={t("library_star", name)}
        aria-pressed={paper.starred}
        onClick={star}
      >
        <Icon name="star" />
      </button>
    </li>
  );
}

/** Where the words were found, else the original title. */
function Under({ paper: { title, title_target, marks } }: { paper: PaperEntry }) {
  if (marks?.snippet) return <Marked segments={marks.snippet} />;
  if (marks?.title_target) return <Marked segments={marks.title} />;
  return <>{title_target && title_target !== title ? <RichText text={title} links={false} /> : null}</>;
}

function Facts({ paper }: { paper: PaperEntry }) {
  const { authors, author_count, year, category, state, newer_version, note_count, tags, marks } = paper;
  const others = author_count > authors.length ? ` +${author_count - authors.length}` : "";
  return (
    <>
      <span dir="auto">
        {marks ? <Marked segments={marks.authors} /> : authors.join(", ")}
        {others}
      </span>
      {year !== null && <span>{year}</span>}
      {category && <span>{category}</span>}
      {state !== "to_read" && <span>{t(STATE_NAMES[state])}</span>}
      {note_count > 0 && <span>{t("library_notes", note_count)}</span>}
      {newer_version && <span class="line-newer">{t("library_newer")}</span>}
      {tags.map((tag) => (
        <TagDot key={tag.id} tag={tag} />
      ))}
      {paper.trashed_at && (
        <time dateTime={paper.trashed_at}>{t("library_trashed", day(paper.trashed_at))}</time>
      )}
    </>
  );
}
