import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PaperEntry, PaperGroup } from "../shared/api";
import { t } from "../ui/i18n";
import { Line } from "./Line";
import { between, HEADING, heightOf, LINE, runsOf, topOf } from "./rows";

/** Lines that are drawn above and below what is seen. */
const SPARE = 6;

interface Props {
  total: number;
  groups: readonly PaperGroup[] | null;
  /** Names a heading. */
  heading: (key: string) => string;
  lines: ReadonlyMap<number, PaperEntry>;
  want: (first: number, end: number) => void;
  /** The line that j and k have come to. */
  cursor: number;
  open: string | null;
  chosen: ReadonlySet<string>;
  press: (paper: PaperEntry, index: number, event: MouseEvent) => void;
  /** Absent where nothing can be chosen. */
  choose?: (paper: PaperEntry) => void;
  star: (paper: PaperEntry) => void;
}

/** The papers, of which only those on screen are drawn. */
export function List({ total, groups, heading, lines, want, cursor, ...act }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 900 });
  const runs = useMemo(() => runsOf(total, groups), [total, groups]);
  const look = useCallback(() => {
    if (box.current) setSeen({ top: box.current.scrollTop, height: box.current.clientHeight });
  }, []);
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [look]);
  useLayoutEffect(() => show(box.current, topOf(runs, cursor)), [runs, cursor]);
  const shown = between(runs, seen.top - SPARE * LINE, seen.top + seen.height + SPARE * LINE);
  const { first, end } = shown;
  useEffect(() => want(first, end), [want, first, end]);
  const drawn = Array.from({ length: end - first }, (_, n) => ({
    index: first + n,
    paper: lines.get(first + n),
  }));
  return (
    <div class="lines" ref={box} onScroll={look}>
      <ul aria-label={t("library_title")} style={{ height: `${heightOf(runs)}px` }}>
        {shown.runs.map(
          ({ key, top, count }) =>
            key !== null && (
              <li key={`${top}`} class="line-heading" style={{ top: `${top}px`, height: `${HEADING}px` }}>
                <h2 dir="auto">{heading(key)}</h2>
                <span>{count}</span>
              </li>
            ),
        )}
        {drawn.map(({ index, paper }) =>
          paper ? (
            <Line
              key={index}
              paper={paper}
              index={index}
              total={total}
              top={topOf(runs, index)}
              open={paper.id === act.open}
              chosen={act.chosen.has(paper.id)}
              reached={index === cursor}
              press={(event) => act.press(paper, index, event)}
              choose={act.choose && (() => act.choose?.(paper))}
              star={() => act.star(paper)}
            />
          ) : (
            <li
              key={index}
              class="line line-coming"
              style={{ top: `${topOf(runs, index)}px` }}
              aria-hidden="true"
            />
          ),
        )}
      </ul>
    </div>
  );
}

/** Scrolls no further than it takes to see the whole line. */
function show(box: HTMLElement | null, top: number): void {
  if (!box) return;
  if (top < box.scrollTop + HEADING) box.scrollTop = top - HEADING;
  else if (top + LINE > box.scrollTop + box.clientHeight) box.scrollTop = top + LINE - box.clientHeight;
}
