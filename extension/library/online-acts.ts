import type { PaperView } from "../shared/api";
import type { Backend } from "../shared/client";
import { erase } from "../shared/keeping-client";
import { forget } from "../shared/kept";
import {
  changePapers,
  checkVersions,
  discardNote,
  discardSaying,
  restorePaper,
  trashPaper,
} from "../shared/library-client";
import { addNote, changeNote, tagNames } from "../shared/paper-client";
import { ProblemError } from "../shared/problems";
import { count } from "../ui/format";
import { t } from "../ui/i18n";
import type { Acts } from "./acts";
import type { Mark } from "./use-marks";
import type { Opened } from "./use-paper";

interface Around {
  mark: Mark;
  opened: Opened;
  close: () => void;
  /** Says what was done, and lists anew. */
  done: (text: string, undo: string | null) => void;
  fail: (reason: unknown) => void;
}

/** What a reader can do while the backend is there. */
export function onlineActs(backend: Backend, { mark, opened, close, done, fail }: Around): Acts {
  const attempt = (work: () => Promise<void>) => void work().catch(fail);
  return {
    mark,
    tagNames: () => tagNames(backend).catch(() => []),
    write: async (paper: PaperView, body, note) => {
      try {
        await (note ? changeNote(backend, note, body) : addNote(backend, paper.id, { body }));
        opened.reload();
        return true;
      } catch (reason) {
        fail(reason);
        if (reason instanceof ProblemError) opened.reload();
        return false;
      }
    },
    online: {
      fail,
      discard: (note) =>
        attempt(async () => done(t("library_note_trashed"), (await discardNote(backend, note.id)).undo)),
      discardSaying: (saying) =>
        attempt(async () => done(t("library_trashed_one"), (await discardSaying(backend, saying.id)).undo)),
      trash: (paper) =>
        attempt(async () => {
          const { undo } = await trashPaper(backend, paper.id);
          await forget([paper.id]);
          close();
          done(t("library_trashed_one"), undo);
        }),
      restore: (paper) =>
        attempt(async () => {
          await restorePaper(backend, paper.id);
          close();
          done(t("library_restored"), null);
        }),
      erase: (paper, backups) =>
        attempt(async () => {
          await erase(backend, paper ? { paper: paper.id, backups } : { trash: true, backups });
          close();
          done(t("library_erased"), null);
        }),
      takeOut: (paper, collection) =>
        attempt(async () => {
          const { undo } = await changePapers(backend, { ids: [paper.id], remove_from: collection });
          done(t("library_changed_many", "1"), undo);
        }),
      checkVersions: () =>
        attempt(async () => {
          const { checked, newer } = await checkVersions(backend, null);
          const none = newer.length === 0;
          done(none ? t("versions_none", count(checked)) : t("versions_newer", count(newer.length)), null);
        }),
    },
  };
}
