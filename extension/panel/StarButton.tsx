import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import type { Shelf } from "./use-shelf";

/** Stars the paper. */
export function StarButton({ shelf: { paper, mark } }: { shelf: Shelf }) {
  const label = t(paper.starred ? "unstar" : "star");
  return (
    <button
      type="button"
      class={`icon-button ${paper.starred ? "starred" : ""}`}
      aria-label={t("star")}
      aria-pressed={paper.starred}
      title={label}
      data-key="s"
      onClick={() => mark({ starred: !paper.starred })}
    >
      <Icon name="star" />
    </button>
  );
}
