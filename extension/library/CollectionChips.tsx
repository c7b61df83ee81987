import type { PaperView } from "../shared/api";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { useActs } from "./acts";

/** The collections that a paper is in, and the way out of each. */
export function CollectionChips({ paper }: { paper: PaperView }) {
  const { online } = useActs();
  return paper.collections.map(({ id, name }) => (
    <span key={id} class="detail-collection">
      <span dir="auto">{name}</span>
      {online && (
        <button
          type="button"
          aria-label={t("collection_take_out", name)}
          title={t("collection_take_out", name)}
          onClick={() => online.takeOut(paper, id)}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  ));
}
