import type { TodayList } from "../shared/api";
import type { Place } from "../shared/today-place";
import { todayPath } from "../shared/today-place";
import { day } from "../ui/format";
import { t } from "../ui/i18n";
import { LibraryLink } from "../ui/LibraryLink";
import type { Sheet } from "./Sheets";

interface Props {
  place: Place | null;
  list: TodayList | null;
  show: (sheet: Sheet) => void;
}

/** What is listed, and the ways elsewhere. */
export function Head({ place, list, show }: Props) {
  return (
    <header class="head">
      <p class="brand" translate={false}>
        Paper<i>Gloss</i>
      </p>
      <h1>{t("today_title")}</h1>
      {place ? (
        <p dir="auto">{place.title}</p>
      ) : (
        list &&
        list.categories.length > 0 && (
          <p>
            {t("today_listing", day(list.date))} <span translate={false}>{list.categories.join(" · ")}</span>
          </p>
        )
      )}
      <nav class="ways" aria-label={t("today_ways")}>
        {place ? (
          <a href={todayPath()}>{t("today_title")}</a>
        ) : (
          <button type="button" class="link-button" onClick={() => show("following")}>
            {t("following_title")}
          </button>
        )}
        <LibraryLink />
        <button type="button" class="link-button" onClick={() => show("keys")}>
          {t("library_keys")} <kbd>?</kbd>
        </button>
      </nav>
    </header>
  );
}
