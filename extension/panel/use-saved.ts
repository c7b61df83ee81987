import { useCallback, useEffect, useState } from "preact/hooks";
import type { CardEntry, JobView } from "../shared/api";
import type { Backend } from "../shared/client";
import { pause, untilVisible } from "../shared/pause";

const PAGE = 100;
const LOOK_AGAIN_MS = 3000;

interface SavedPapers {
  cards: readonly CardEntry[] | null;
  total: number;
  jobs: readonly JobView[];
  more: () => void;
  reload: () => void;
}

/** Saved papers and running jobs; looks again for as long as a job is running. */
export function useSaved(backend: Backend, lose: (reason: unknown) => void): SavedPapers {
  const [cards, setCards] = useState<readonly CardEntry[] | null>(null);
  const [total, setTotal] = useState(0);
  const [jobs, setJobs] = useState<readonly JobView[]>([]);
  const [limit, setLimit] = useState(PAGE);
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round looks again
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      const [list, queue] = await Promise.all([firstCards(backend, limit), backend.jobs()]);
      if (stop.signal.aborted) return;
      setCards(list.cards);
      setTotal(list.total);
      setJobs(queue);
      if (!queue.some(({ state }) => state === "queued" || state === "running")) return;
      await pause(LOOK_AGAIN_MS, stop.signal);
      await untilVisible(stop.signal);
      if (!stop.signal.aborted) setRound((before) => before + 1);
    };
    look().catch((reason) => stop.signal.aborted || lose(reason));
    return () => stop.abort();
  }, [backend, limit, round]);

  const more = useCallback(() => setLimit((before) => before + PAGE), []);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { cards, total, jobs, more, reload };
}

/** The newest `limit` cards, page by page. */
async function firstCards(backend: Backend, limit: number): Promise<{ cards: CardEntry[]; total: number }> {
  const cards: CardEntry[] = [];
  for (;;) {
    const page = await backend.cards({ offset: cards.length, limit: PAGE });
    cards.push(...page.cards);
    if (cards.length >= limit || cards.length >= page.total || page.cards.length === 0)
      return { cards, total: page.total };
  }
}
