import { useCallback, useState } from "preact/hooks";
import type { BackupEntry } from "../../shared/api";
import type { Backend } from "../../shared/client";
import { backups, makeBackup, removeBackup, restoreBackup } from "../../shared/keeping-client";
import { announce } from "../../ui/announce";

import { t } from "../../ui/i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { useAnswer } from "../../ui/use-answer";
import { Sure } from "../Sure";
import { Preview } from "./Preview";
import { bytes, moment } from "./units";

/** Copies of the library: made, looked into, restored. */
export function Backups({ backend }: { backend: Backend }) {
  const load = useCallback(() => backups(backend), [backend]);
  const { value, problem, busy, work } = useAnswer(load);
  const [opened, setOpened] = useState<string | null>(null);
  const then = (step: Promise<unknown>) => work(step.then(load));
  const restore = async (name: string) => {
    if (!(await then(restoreBackup(backend, name)))) return;
    setOpened(null);
    announce(t("backup_restored"));
  };
  return (
    <>
      <h3>{t("backups_title")}</h3>
      <p class="quiet">{t("backups_what")}</p>
      <ul class="rows">
        {value?.map((backup) => (
          <li key={backup.name}>
            <div class="field">
              <Entry backup={backup} />
              <span class="acts">
                <button
                  type="button"
                  class="link-button"
                  aria-expanded={opened === backup.name}
                  onClick={() => setOpened(opened === backup.name ? null : backup.name)}
                >
                  {t("backup_look")}
                </button>
                <Sure
                  label={t("saved_remove_short")}
                  sure={t("saved_remove_sure")}
                  named={t("saved_remove", moment(backup.made_at))}
                  disabled={busy}
                  act={() => void then(removeBackup(backend, backup.name))}
                />
              </span>
            </div>
            {opened === backup.name && (
              <Preview
                backend={backend}
                name={backup.name}
                busy={busy}
                restore={() => void restore(backup.name)}
              />
            )}
          </li>
        ))}
      </ul>
      <button type="button" class="button" disabled={busy} onClick={() => void then(makeBackup(backend))}>
        {t("backup_make")}
      </button>
      <div role="status">{problem && <ProblemNote problem={problem} />}</div>
    </>
  );
}

const REASONS = {
  daily: "backup_daily",
  asked: "backup_asked",
  "before-restore": "backup_before_restore",
} as const;

function Entry({ backup }: { backup: BackupEntry }) {
  return (
    <span>
      {moment(backup.made_at)}
      <span class="quiet block">
        {t(REASONS[backup.reason])} · {bytes(backup.bytes)}
      </span>
    </span>
  );
}
