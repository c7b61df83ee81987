import type { JobView } from "../shared/api";
import { hasPaper } from "../shared/queue";
import { t } from "../ui/i18n";
import { jobState } from "../ui/stages";

interface Props {
  jobs: readonly JobView[];
  open: (paper: string) => void;
  cancel: (id: string) => void;
}

/** What the backend is working on now. */
export function Queue({ jobs, open, cancel }: Props) {
  const busy = jobs.filter(hasPaper).filter(({ state }) => state === "queued" || state === "running");
  if (busy.length === 0) return null;
  return (
    <section class="queue" aria-label={t("queue_title")}>
      <h2>{t("queue_title")}</h2>
      <ul>
        {busy.map((job) => (
          <li key={job.id}>
            <button type="button" class="link-button queue-paper" onClick={() => open(job.key.paper)}>
              {job.title ?? job.key.paper}
            </button>
            <span class="quiet">{jobState(job)}</span>
            <button type="button" class="link-button" onClick={() => cancel(job.id)}>
              {t("cancel")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
