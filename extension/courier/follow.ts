import type { BatchItem, BatchView, Card } from "../shared/api";
import { batchEvents } from "../shared/batch-client";
import type { Numbered } from "../shared/event-stream";
import { Backoff, pause, untilHidden, untilVisible } from "../shared/pause";
import { BackendOff } from "../shared/problems";
import type { Line, TriageNews } from "../shared/triage";
import type { Way } from "./errand";
import { setText } from "./segments";

type Following = Way<"triage.start"> | Way<"triage.join"> | Way<"triage.resume">;

/**
 * Tells of each paper of a batch as it ends, from the first, until the batch does not run any more. No
 * connection is held while the page is hidden.
 */
export async function follow({ tell, backend, signal }: Following, batch: BatchView): Promise<void> {
  const backoff = new Backoff();
  let after = 0;
  const hear = async ({ seq, event }: Numbered<BatchItem | BatchView>) => {
    backoff.reset();
    tell("n" in event ? await newsOf(event) : { is: "batch", batch: event });
    after = seq;
    return !("n" in event);
  };
  tell({ is: "batch", batch });
  while (!signal.aborted) {
    await untilVisible(signal);
    const listening = untilHidden(signal);
    try {
      for await (const item of batchEvents(backend, batch.id, after, listening)) if (await hear(item)) return;
    } catch (reason) {
      if (listening.aborted) continue;
      if (!(reason instanceof BackendOff)) throw reason;
      tell({ is: "lost" });
      await pause(backoff.next(), signal);
    }
  }
}

async function newsOf({ paper, card, problem }: BatchItem): Promise<TriageNews> {
  const line = card && (await lineOf(card));
  return line ? { is: "line", paper, line } : { is: "failed", paper, problem: problem ?? null };
}

async function lineOf({ key, translation, summary }: Card): Promise<Line | null> {
  const [claim] = summary ?? [];
  if (!claim) return null;
  const own = claim.evidence?.some(({ found_by }) => found_by === "paper") ?? false;
  const title = translation?.title;
  return {
    title: title?.state === "ok" && title.target ? await setText(title.target) : null,
    text: await setText(claim.text),
    lang: own && key.engine === "extractive" ? "en" : key.lang,
    check: claim.check?.status ?? "pending",
    detail: claim.check?.detail ?? null,
    own,
  };
}
