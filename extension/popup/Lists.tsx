import type { CardEntry, JobView } from "../shared/api";
import { direction } from "../ui/format";
import { t } from "../ui/i18n";
import { RichText } from "../ui/RichText";
import { jobState } from "../ui/stages";
import { openPanel } from "./open";

/** What the backend is working on. */
export function Running({ jobs }: { jobs: readonly JobView[] }) {
  if (jobs.length === 0) return null;
  return (
    <section>
      <h2>{t("queue_title")}</h2>
      <ul>
        {jobs.map((job) => (
          <li key={job.id}>
            <button type="button" class="line" onClick={() => openPanel({ paper: job.key.paper })}>
              <span lang="en">{job.title ?? job.key.paper}</span>
              <span class="quiet">{jobState(job)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was glossed since midnight, the newest first. */
export function Today({ cards }: { cards: readonly CardEntry[] }) {
  return (
    <section>
      <h2>{t("popup_today")}</h2>
      {cards.length === 0 && <p class="quiet">{t("popup_nothing")}</p>}
      <ul>
        {cards.map(({ id, title, title_target, lang }) => (
          <li key={id}>
            <button type="button" class="line" onClick={() => openPanel({ card: id })}>
              <span lang={title_target ? lang : "en"} dir={title_target ? direction(lang) : "auto"}>
                <RichText text={title_target ?? title} links={false} />
              </span>
              {title_target && title_target !== title && (
                <span class="quiet" lang="en">
                  {title}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
