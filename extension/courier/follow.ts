import type { BatchItem, BatchView, Card } from "../shared/api";
import { followBatch } from "../shared/follow-batch";
import type { Line, TriageNews } from "../shared/triage";
import type { Way } from "./errand";
import { setText } from "./segments";

type Following = Way<"triage.start"> | Way<"triage.join"> | Way<"triage.resume">;

/** Tells of each paper of a batch as it ends. */
export function follow({ tell, backend, signal }: Following, batch: BatchView): Promise<void> {
  const listener = {
    item: async (item: BatchItem) => tell(await newsOf(item)),
    batch: (now: BatchView) => tell({ is: "batch", batch: now }),
    lost: () => tell({ is: "lost" }),
  };
  return followBatch(backend, batch, listener, signal);
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
