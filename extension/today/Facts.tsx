import type { ListedPaper } from "../shared/api";
import { type MessageKey, t } from "../ui/i18n";
import type { Section } from "./filter";

const SECTION_NAMES: Record<Section, MessageKey> = {
  new: "today_new_one",
  cross: "today_cross_one",
  replaced: "today_replaced_one",
};

/** What kind of announcement it is, and why it stands where it stands. */
export function Facts({ paper: { section, metadata, followed, shared, paper } }: { paper: ListedPaper }) {
  return (
    <p class="entry-facts">
      <span translate={false}>{paper}</span>
      {section && <span class={`entry-${section}`}>{t(SECTION_NAMES[section])}</span>}
      <span translate={false}>{metadata.categories.slice(0, 4).join(" · ")}</span>
      {followed.length > 0 && (
        <span class="entry-followed" dir="auto">
          {t("today_followed_words", followed.join(", "))}
        </span>
      )}
      {shared.length > 0 && <span lang="en">{t("today_shared_words", shared.join(", "))}</span>}
    </p>
  );
}
