import { useEffect, useMemo, useState } from "preact/hooks";
import type { Card } from "../shared/api";
import { type KeptPaper, keptCard, keptPapers } from "../shared/kept";
import { t } from "../ui/i18n";
import { StartCommands } from "../ui/StartCommands";
import { usePending } from "../ui/use-pending";
import { Waiting } from "../ui/Waiting";
import { ActsContext } from "./acts";
import { awayActs } from "./away-acts";
import { Detail } from "./Detail";
import { List } from "./List";
import { useKeys } from "./use-keys";
import { useView } from "./use-view";

const NOBODY: ReadonlySet<string> = new Set();

/** The papers opened last, while the backend is off: readable, and to be marked. */
export function Away() {
  const [kept, setKept] = useState<readonly KeptPaper[] | null>(null);
  const [q, setQ] = useState("");
  const { paper: id, open } = useView();
  const [cursor, setCursor] = useState(0);
  const pending = usePending();
  useEffect(() => void keptPapers().then(setKept), []);

  const papers = useMemo(() => (kept ?? []).map(({ paper }) => paper), [kept]);
  const shown = papers.filter((paper) => matches([paper.title, paper.title_target ?? "", paper.id], q));
  const paper = papers.find((one) => one.id === id) ?? null;
  const card = useKeptCard(paper?.id ?? null);
  const acts = awayActs(papers, (changed) =>
    setKept(
      (before) =>
        before?.map((one) => (one.paper.id === changed.id ? { ...one, paper: changed } : one)) ?? null,
    ),
  );
  const go = (index: number) => {
    const there = shown[index];
    if (!there) return;
    setCursor(index);
    open(there.id);
  };
  useKeys({
    step: (by) => go(id === null ? cursor : cursor + by),
    choose: () => undefined,
    sheet: () => undefined,
    leave: () => open(null),
  });
  if (!kept) return null;
  return (
    <ActsContext.Provider value={acts}>
      <div class={`desk desk-away ${paper ? "desk-open" : ""}`}>
        <section class="shelf" aria-label={t("library_list")}>
          <header class="away">
            <h1>{t("off_title")}</h1>
            <p>{t(papers.length > 0 ? "away_what" : "away_none", papers.length)}</p>
            <Waiting pending={pending} />
            <details>
              <summary>{t("off_what")}</summary>
              <StartCommands what="serve" />
            </details>
          </header>
          <search class="search">
            <input
              type="search"
              data-key="/"
              aria-label={t("saved_filter")}
              placeholder={t("saved_filter")}
              value={q}
              dir="auto"
              onInput={(event) => {
                setQ(event.currentTarget.value);
                setCursor(0);
              }}
            />
          </search>
          <List
            total={shown.length}
            groups={null}
            heading={String}
            lines={new Map(shown.map((one, index) => [index, one]))}
            want={want}
            cursor={cursor}
            open={id}
            chosen={NOBODY}
            press={(_, index) => go(index)}
            star={(entry) => acts.mark(entry, { starred: !entry.starred })}
          />
        </section>
        <Detail paper={paper} card={card} problem={null} close={() => open(null)} />
      </div>
    </ActsContext.Provider>
  );
}

/** Everything that is kept is there already. */
function want(): void {}

function matches(texts: readonly string[], q: string): boolean {
  const words = q.toLowerCase().split(/\s+/);
  return words.every((word) => texts.some((text) => text.toLowerCase().includes(word)));
}

function useKeptCard(paper: string | null): Card | null {
  const [card, setCard] = useState<Card | null>(null);
  useEffect(() => {
    let alive = true;
    setCard(null);
    if (paper) void keptCard(paper).then((found) => alive && setCard(found));
    return () => {
      alive = false;
    };
  }, [paper]);
  return card;
}
