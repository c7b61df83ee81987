import { useCallback } from "preact/hooks";
import type { Backend } from "../../shared/client";
import { previewBackup } from "../../shared/keeping-client";
import { count } from "../../ui/format";
import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { useAnswer } from "../../ui/use-answer";

interface Props {
  backend: Backend;
  name: string;
  busy: boolean;
  restore: () => void;
}

/** What restoring a backup would bring back and take away, before it is done. */
export function Preview({ backend, name, busy, restore }: Props) {
  const { value, problem } = useAnswer(useCallback(() => previewBackup(backend, name), [backend, name]));
  if (!value) return problem && <ProblemNote problem={problem} />;
  const { papers, notes, back, back_count, gone, gone_count } = value;
  return (
    <div class="ask">
      <p>{t("backup_holds", count(papers), count(notes))}</p>
      <Titles label={t("backup_back", count(back_count))} titles={back} all={back_count} />
      <Titles label={t("backup_gone", count(gone_count))} titles={gone} all={gone_count} />
      <p class="quiet">{t("backup_first")}</p>
      <button type="button" class="button" disabled={busy} onClick={restore}>
        {t("backup_restore")}
      </button>
    </div>
  );
}

function Titles({ label, titles, all }: { label: string; titles: readonly string[]; all: number }) {
  if (all === 0) return <p>{label}</p>;
  return (
    <details>
      <summary>{label}</summary>
      <ul>
        {titles.map((title) => (
          <li key={title} lang="en">
            {title}
          </li>
        ))}
        {all > titles.length && <li>{t("authors_others", count(all - titles.length))}</li>}
      </ul>
    </details>
  );
}
