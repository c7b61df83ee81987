import type { BulkRequest } from "../shared/api";
import { changePapers } from "../shared/library-client";
import { tagNames } from "../shared/paper-client";
import { useBackend } from "../ui/backend";
import { count } from "../ui/format";
import { t } from "../ui/i18n";
import { TagField } from "../ui/TagField";
import { CollectionField } from "./CollectionField";
import { Erase } from "./Erase";
import { STATE_NAMES, STATES } from "./states";
import type { Chosen } from "./use-chosen";
import type { View } from "./view";

interface Props {
  view: View;
  chosen: Chosen;
  total: number;
  done: (text: string, undo: string | null) => void;
  fail: (reason: unknown) => void;
}

/** How many papers can be asked about together. */
const [FEWEST, MOST] = [2, 5];

/** One change of all chosen papers; each can be taken back. In the trash: emptying it. */
export function BulkBar({ view, chosen, total, done, fail }: Props) {
  const backend = useBackend();
  const { ids, all, takeAll, clear } = chosen;
  if (view.trash) {
    return total > 0 ? (
      <div class="bulk">
        <Erase paper={null} />
      </div>
    ) : null;
  }
  if (ids.size === 0 && !all) return null;
  const number = all ? total : ids.size;
  const change = async (what: Omit<BulkRequest, "ids" | "q">) => {
    try {
      const which = all ? { q: view.q } : { ids: [...ids] as [string, ...string[]] };
      const answer = await changePapers(backend, { ...which, ...what });
      clear();
      done(t(what.trash ? "library_trashed_many" : "library_changed_many", count(answer.count)), answer.undo);
    } catch (reason) {
      fail(reason);
    }
  };
  return (
    <div class="bulk" role="toolbar" aria-label={t("library_bulk")}>
      <span>{t("library_chosen", count(number))}</span>
      {!all && total > ids.size && (
        <button type="button" class="link-button" onClick={takeAll}>
          {t("library_choose_all", count(total))}
        </button>
      )}
      <select
        aria-label={t("marks_state")}
        value=""
        onChange={(event) => {
          const state = STATES.find((one) => one === event.currentTarget.value);
          if (state) void change({ state });
        }}
      >
        <option value="">{t("marks_state")}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(STATE_NAMES[state])}
          </option>
        ))}
      </select>
      <button type="button" class="button" onClick={() => void change({ starred: true })}>
        {t("star")}
      </button>
      <CollectionField put={(add_to) => void change({ add_to })} fail={fail} />
      <TagField
        class="small-button"
        names={() => tagNames(backend)}
        taken={[]}
        add={(name) => void change({ add_tags: [name] })}
      />
      {!all && ids.size >= FEWEST && ids.size <= MOST && (
        <button type="button" class="button" onClick={() => askTogether([...ids])}>
          {t("several_ask")}
        </button>
      )}
      <button type="button" class="button" onClick={() => void change({ trash: true })}>
        {t("library_to_trash")}
      </button>
      <button type="button" class="link-button" onClick={clear}>
        {t("library_choose_none")}
      </button>
    </div>
  );
}

/** Opens the panel with these papers together, in a tab. */
function askTogether(papers: readonly string[]): void {
  const query = new URLSearchParams(papers.map((paper) => ["compare", paper]));
  void chrome.tabs.create({ url: `/panel/panel.html?${query}` });
}
