import type { Backend } from "../shared/client";
import { todayPath } from "../shared/today-place";
import { FollowingForm } from "../ui/FollowingForm";
import { t } from "../ui/i18n";

/** What brings papers to the page of the day. */
export function FollowingSection({ backend }: { backend: Backend }) {
  return (
    <section id="following">
      <h2>{t("following_title")}</h2>
      <p class="quiet">{t("following_what")}</p>
      <FollowingForm backend={backend} />
      <p>
        <a href={todayPath()} target="_blank" rel="noopener">
          {t("today_title")}
        </a>
      </p>
    </section>
  );
}
