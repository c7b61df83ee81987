import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { ListedPaper, Status } from "../shared/api";
import type { Backend } from "../shared/client";
import { ProblemError } from "../shared/problems";
import type { Place } from "../shared/today-place";
import { t } from "../ui/i18n";
import { problemText } from "../ui/problem-text";
import type { Act } from "./act";
import { Body } from "./Body";
import { DayBar } from "./DayBar";
import { Entry } from "./Entry";
import { FilterBar } from "./FilterBar";
import { AT_FIRST, idOf, type State, shown } from "./filter";
import { GlossBar } from "./GlossBar";
import { Head } from "./Head";
import { openPanel } from "./open";
import { type Sheet, Sheets } from "./Sheets";
import { ToastBar } from "./ToastBar";
import { useBriefs } from "./use-briefs";
import { useCursor } from "./use-cursor";
import { useDay } from "./use-day";
import { useDecisions } from "./use-decisions";
import { useKeys } from "./use-keys";
import { useList } from "./use-list";

interface Props {
  backend: Backend;
  status: Status;
  lang: string | null;
  /** Null: the day's papers. */
  place: Place | null;
  lose: (reason: unknown) => void;
}

/** Papers to decide on, one after the other. */
export function Desk({ backend, status, lang, place, lose }: Props) {
  const [day, go] = useDay();
  const { newest, ...listed } = useList(backend, place, day, lang, lose);
  const { list } = listed;
  const on = day ?? (list?.categories.length ? list.date : null);
  const [filter, setFilter] = useState(AT_FIRST);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [said, setSaid] = useState("");
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const fail = useCallback(
    (reason: unknown) =>
      reason instanceof ProblemError ? setSaid(problemText(reason.problem).reason) : lose(reason),
    [lose],
  );
  const { decided, decide, undo } = useDecisions(backend, fail);
  const label = list && (place?.label || `today ${list.date}`);
  const briefs = useBriefs(backend, status, label, lang, lose);
  const papers = useMemo(() => (list ? shown(list.papers, filter, decided) : []), [list, filter, decided]);
  const cursor = useCursor(useMemo(() => papers.map(({ paper }) => paper), [papers]));

  const stateOf = ({ paper, state }: ListedPaper): State | null => {
    const since = decided.get(idOf(paper));
    return since === undefined ? state : since;
  };
  const cardOf = ({ paper, card }: ListedPaper) => briefs.cards.get(idOf(paper)) ?? card;
  const act = (what: Act, name: string | null) => {
    const at = papers.findIndex(({ paper }) => paper === name);
    const paper = papers[at];
    if (!paper) return;
    if (what === "open") return openPanel(paper.paper);
    if (what === "abstract") return setUnfolded((before) => toggled(before, paper.paper));
    decide(paper.paper, what, stateOf(paper));
    setSaid(t(what === "keep" ? "today_kept_one" : "today_dropped_one", paper.metadata.title));
    cursor.go((papers[at + 1] ?? paper).paper);
  };
  const takeBack = () => {
    const paper = undo();
    setSaid(t(paper ? "library_undone" : "today_no_undo"));
    if (paper) cursor.go(paper);
  };
  const here = (what: Act) => act(what, cursor.current());
  useKeys({
    step: cursor.step,
    keep: () => here("keep"),
    drop: () => here("drop"),
    open: () => here("open"),
    abstract: () => here("abstract"),
    undo: takeBack,
    sheet: () => setSheet("keys"),
  });
  const now = useRef(act);
  now.current = act;
  const press = useCallback((what: Act, paper: string) => now.current(what, paper), []);
  const missing = papers.filter((paper) => !cardOf(paper) && stateOf(paper) !== "dropped");

  return (
    <>
      <Head place={place} list={list} show={setSheet} />
      <main class="today">
        {on && !place && (
          <DayBar shown={on} newest={newest} go={(next) => go(next === newest ? null : next)} />
        )}
        <Body {...listed} place={place} chosen={day}>
          {list && <FilterBar list={list} filter={filter} setFilter={setFilter} />}
          <GlossBar briefs={briefs} missing={missing.map(({ paper }) => paper)} />
          <ol class="entries" aria-label={t("today_papers")}>
            {papers.map((paper) => (
              <Entry
                key={paper.paper}
                paper={paper}
                state={stateOf(paper)}
                card={cardOf(paper)}
                failure={briefs.failed.get(idOf(paper.paper))}
                current={paper.paper === cursor.shown}
                unfolded={unfolded.has(paper.paper)}
                press={press}
              />
            ))}
          </ol>
        </Body>
      </main>
      <ToastBar said={said} undo={decided.size > 0 ? takeBack : null} close={() => setSaid("")} />
      <Sheets shown={sheet} saved={listed.reload} close={() => setSheet(null)} />
    </>
  );
}

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
