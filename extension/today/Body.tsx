import type { ComponentChildren } from "preact";
import type { TodayList } from "../shared/api";
import type { Place } from "../shared/today-place";
import { useBackend } from "../ui/backend";
import { FollowingForm } from "../ui/FollowingForm";
import { count, day } from "../ui/format";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { isWeekend } from "./days";
import type { Listed } from "./use-list";

interface Props extends Pick<Listed, "list" | "problem" | "lookedAt" | "reload"> {
  place: Place | null;
  /** The chosen one; null for the newest. */
  chosen: string | null;
  children: ComponentChildren;
}

/** The papers, or why there are none; feeds that could not be had are named above the others. */
export function Body({ list, problem, lookedAt, reload, place, chosen, children }: Props) {
  const backend = useBackend();
  if (problem) return <ProblemNote problem={problem} retry={reload} />;
  if (!list)
    return <p role="status">{lookedAt > 0 ? t("today_looking", count(lookedAt)) : t("today_loading")}</p>;
  if (!place && list.categories.length === 0)
    return (
      <section class="first">
        <p>{t("following_what")}</p>
        <FollowingForm backend={backend} saved={reload} />
      </section>
    );
  return (
    <>
      {list.missing.map((feed) => (
        <section key={feed.category} aria-label={feed.category}>
          <h2 translate={false}>{feed.category}</h2>
          <ProblemNote problem={feed.problem} retry={reload} />
        </section>
      ))}
      {list.papers.length === 0 ? <p>{none(list, chosen)}</p> : children}
    </>
  );
}

/** Why there are no papers. */
function none({ date }: TodayList, chosen: string | null): string {
  if (isWeekend(date)) return t("today_weekend");
  return chosen ? t("today_none_on", day(date)) : t("today_none");
}
