import { useCallback, useEffect, useState } from "preact/hooks";
import type { PaperEntry } from "../shared/api";
import type { Backend } from "../shared/client";
import { ProblemError } from "../shared/problems";
import { t } from "../ui/i18n";
import { problemText } from "../ui/problem-text";
import { usePending } from "../ui/use-pending";
import { ActsContext } from "./acts";
import { BulkBar } from "./BulkBar";
import { Detail } from "./Detail";
import { headingOf } from "./headings";
import { List } from "./List";
import { Nav, type Shown } from "./Nav";
import { onlineActs } from "./online-acts";
import { Refused } from "./Refused";
import { SearchBox } from "./SearchBox";
import { Sheets } from "./Sheets";
import { ToastBar } from "./ToastBar";
import { useChosen } from "./use-chosen";
import { useKeeping } from "./use-keeping";
import { useKeys } from "./use-keys";
import { useMarks } from "./use-marks";
import { usePaper } from "./use-paper";
import { usePapers } from "./use-papers";
import { useToast } from "./use-toast";
import { useView } from "./use-view";

interface Props {
  backend: Backend;
  lose: (reason: unknown) => void;
}

/** The library while the backend is there: what there is, what is listed of it, and the paper that is open. */
export function Desk({ backend, lose }: Props) {
  const { view, look, paper, open } = useView();
  const papers = usePapers(backend, view, lose);
  const opened = usePaper(backend, paper, lose);
  const chosen = useChosen(view);
  const { toast, say } = useToast();
  const [cursor, setCursor] = useState(0);
  const [round, setRound] = useState(0);
  const [sheet, setSheet] = useState<Shown | null>(null);
  const { found, put, reload } = papers;

  const show = useCallback(
    (entry: PaperEntry) => {
      put(entry);
      opened.put(entry);
    },
    [put, opened.put],
  );
  const fail = useCallback(
    (reason: unknown) =>
      reason instanceof ProblemError
        ? say({ text: problemText(reason.problem).reason, undo: null })
        : lose(reason),
    [say, lose],
  );
  const tagged = useCallback(() => setRound((before) => before + 1), []);
  const mark = useMarks(backend, { show, tagged, fail });
  /** After a change of more than one paper: everything is asked for anew. */
  const refresh = useCallback(() => {
    reload();
    opened.reload();
    setRound((before) => before + 1);
  }, [reload, opened.reload]);
  const done = (text: string, undo: string | null) => {
    say({ text, undo });
    refresh();
  };
  const close = () => open(null);
  const acts = onlineActs(backend, { mark, opened, close, done, fail });
  const pending = usePending();
  useKeeping(backend, paper, opened, refresh, lose);

  useEffect(() => {
    const again = () => document.hidden || refresh();
    document.addEventListener("visibilitychange", again);
    return () => document.removeEventListener("visibilitychange", again);
  }, [refresh]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins at its first line
  useEffect(() => setCursor(0), [found?.view]);

  const go = (index: number) => {
    const there = found?.lines.get(index);
    if (!found || index < 0 || index >= found.total) return;
    setCursor(index);
    if (there) open(there.id);
  };
  useKeys({
    step: (by) => go(paper === null ? cursor : cursor + by),
    sheet: () => setSheet("keys"),
    choose: () => {
      const at = found?.lines.get(cursor);
      if (at) chosen.toggle(at.id);
    },
    leave: () => (chosen.ids.size > 0 ? chosen.clear() : close()),
  });

  return (
    <ActsContext.Provider value={acts}>
      <div class={`desk ${paper ? "desk-open" : ""}`}>
        <Nav view={view} look={look} round={round} show={setSheet} lose={lose} />
        <section class="shelf" aria-label={t("library_list")}>
          <Refused pending={pending} refresh={refresh} fail={fail} />
          <SearchBox view={view} look={look} found={found} problem={papers.problem} />
          <BulkBar view={view} chosen={chosen} total={found?.total ?? 0} done={done} fail={fail} />
          {found && found.total > 0 && (
            <List
              key={found.view.q + found.view.sort + found.view.group + found.view.trash}
              {...found}
              heading={headingOf(found.view.group)}
              want={papers.want}
              cursor={cursor}
              open={paper}
              chosen={chosen.ids}
              press={(entry, index, event) => {
                if (event.ctrlKey || event.metaKey) return chosen.toggle(entry.id);
                setCursor(index);
                open(entry.id);
              }}
              choose={(entry) => chosen.toggle(entry.id)}
              star={(entry) => mark(entry, { starred: !entry.starred })}
            />
          )}
          {found?.total === 0 && <p class="shelf-none">{t(noneOf(view.q, view.trash))}</p>}
        </section>
        <Detail {...opened} close={close} />
        <ToastBar toast={toast} say={say} refresh={refresh} fail={fail} />
        <Sheets
          shown={sheet}
          q={view.q}
          chosen={chosen.ids}
          done={done}
          refresh={refresh}
          fail={fail}
          close={() => setSheet(null)}
        />
      </div>
    </ActsContext.Provider>
  );
}

function noneOf(q: string, trash: boolean) {
  if (trash) return "library_trash_none";
  return q ? "library_no_match" : "saved_none";
}
