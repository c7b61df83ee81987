import type { ComponentChildren } from "preact";
import type { Place } from "../shared/today-place";
import { useBackend } from "../ui/backend";
import { FollowingForm } from "../ui/FollowingForm";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import type { Listed } from "./use-list";

interface Props extends Listed {
  place: Place | null;
  children: ComponentChildren;
}

/** The papers, or why there are none; feeds that could not be had are named above the others. */
export function Body({ list, problem, reload, place, children }: Props) {
  const backend = useBackend();
  if (problem) return <ProblemNote problem={problem} retry={reload} />;
  if (!list) return <p role="status">{t("today_loading")}</p>;
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
      {list.papers.length === 0 ? <p>{t("today_none")}</p> : children}
    </>
  );
}
