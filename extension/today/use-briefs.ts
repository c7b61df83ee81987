import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { BatchItem, BatchView, Card, Status } from "../shared/api";
import * as batches from "../shared/batch-client";
import type { Backend } from "../shared/client";
import { followBatch } from "../shared/follow-batch";
import { ProblemError } from "../shared/problems";
import { quote } from "../ui/quote";
import { idOf } from "./filter";
import { type Failures, oneMore, type Stand, standOf } from "./stand";

export interface Briefs {
  stand: Stand;
  /** What came since the page was opened, by the paper's id. */
  cards: ReadonlyMap<string, Card>;
  failed: Failures;
  /** Says what glosses of these papers take. */
  ask: (papers: string[]) => void;
  /** Agrees to what was said. */
  begin: () => void;
  cancel: () => void;
  resume: () => void;
  close: () => void;
}

/** Brief glosses in one batch, taken up again where one under this label is not at its end. */
export function useBriefs(
  backend: Backend,
  status: Status,
  label: string | null,
  wantedLang: string | null,
  lose: (reason: unknown) => void,
): Briefs {
  const [stand, setStand] = useState<Stand>({ is: "idle" });
  const [cards, setCards] = useState<ReadonlyMap<string, Card>>(new Map());
  const [failed, setFailed] = useState<Failures>(new Map());
  const leaving = useRef<AbortController | null>(null);
  const { engine } = status;
  const lang = wantedLang ?? status.lang;

  const attempt = useCallback(
    (work: () => Promise<void>) => {
      const signal = leaving.current?.signal;
      work().catch((reason) => {
        if (signal?.aborted) return;
        if (reason instanceof ProblemError) setStand({ is: "refused", problem: reason.problem });
        else lose(reason);
      });
    },
    [lose],
  );
  const follow = useCallback(
    (batch: BatchView) => {
      leaving.current?.abort();
      leaving.current = new AbortController();
      setFailed(new Map());
      const item = ({ paper, card, problem }: BatchItem) => {
        if (card?.summary?.length) setCards((before) => new Map(before).set(idOf(paper), card));
        else setFailed((before) => new Map(before).set(idOf(paper), problem));
        setStand(oneMore);
      };
      const told = (now: BatchView) => setStand(standOf(now));
      const lost = () => setStand((before) => (before.is === "running" ? { ...before, lost: true } : before));
      return followBatch(backend, batch, { item, batch: told, lost }, leaving.current.signal);
    },
    [backend],
  );
  useEffect(() => {
    if (label === null) return;
    attempt(async () => {
      const [newest] = await batches.withLabel(backend, label);
      if (newest && (newest.state !== "done" || newest.counts.failed)) await follow(newest);
    });
    return () => leaving.current?.abort();
  }, [backend, label, attempt, follow]);

  return {
    stand,
    cards,
    failed,
    ask: (papers) =>
      attempt(async () => {
        setStand({ is: "asking" });
        const estimate = await batches.estimate(backend, papers, lang);
        setStand({ is: "offer", quote: quote(papers.length, engine, estimate), papers });
      }),
    begin: () =>
      attempt(async () => {
        if (stand.is !== "offer" || label === null) return;
        const { papers, quote: agreed } = stand;
        setStand({ is: "asking" });
        if (agreed.asks && agreed.provider) await backend.consent(agreed.provider);
        await follow(await batches.start(backend, papers, lang, label));
      }),
    cancel: () =>
      attempt(async () => {
        if (stand.is === "running") await batches.cancel(backend, stand.batch);
      }),
    resume: () =>
      attempt(async () => {
        if (stand.is === "ended") await follow(await batches.resume(backend, stand.batch.id));
      }),
    close: () => setStand({ is: "idle" }),
  };
}
