import { useCallback, useRef, useState } from "preact/hooks";

export interface Cursor {
  /** Which paper the keys are about: the one that has the focus, else the one gone to last, else the first. */
  current: () => string | null;
  /** The paper gone to last, else the first. */
  shown: string | null;
  go: (paper: string) => void;
  /** To the next paper or the one before; stays at the ends. */
  step: (by: 1 | -1) => void;
}

/** The place in a list of papers. */
export function useCursor(papers: readonly string[]): Cursor {
  const [last, setLast] = useState<string | null>(null);
  const shown = last !== null && papers.includes(last) ? last : (papers[0] ?? null);
  const now = useRef({ papers, shown });
  now.current = { papers, shown };
  const current = useCallback(() => focused() ?? now.current.shown, []);
  const go = useCallback((paper: string) => {
    setLast(paper);
    const line = document.querySelector<HTMLElement>(`[data-paper=${JSON.stringify(paper)}]`);
    // At once: the next key may come before the next frame, in which the lines have their new heights.
    line?.focus({ preventScroll: true });
    requestAnimationFrame(() => line?.scrollIntoView({ block: "nearest" }));
  }, []);
  const step = useCallback(
    (by: 1 | -1) => {
      const at = now.current.papers.indexOf(current() ?? "");
      const next = now.current.papers[at + by];
      if (next) go(next);
    },
    [current, go],
  );
  return { current, shown, go, step };
}

function focused(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-paper]")?.dataset.paper ?? null;
}
