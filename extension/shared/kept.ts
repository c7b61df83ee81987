import type { Card, PaperView } from "./api";
import { keysWith, valuesWith } from "./storage";

/** A paper that stays readable when the backend is off. Each has keys of its own: pages never wait for each other. */
export interface KeptPaper {
  paper: PaperView;
  /** When it was last opened, in milliseconds. */
  at: number;
}

/** So many of the papers opened last are kept. */
export const MOST_KEPT = 200;

/** What the library calls the paper of a card. */
export function paperOf(card: Card): string {
  return card.metadata?.arxiv_id ?? card.key.paper;
}

const PAPER = "kept/";
const CARD = "kept-card/";

/** Keeps a paper as it is on screen, and lets go of those that were opened longest ago. */
export async function keepPaper(paper: PaperView, card: Card | null): Promise<void> {
  const kept: KeptPaper = { paper, at: Date.now() };
  await chrome.storage.local.set({
    [PAPER + paper.id]: kept,
    ...(card ? { [CARD + paper.id]: card } : {}),
  });
  if ((await keysWith(PAPER)).length > MOST_KEPT)
    await forget((await keptPapers()).slice(MOST_KEPT).map((old) => old.paper.id));
}

/** Keeps the reader's marks on a paper that is kept already. */
export async function keepMarks(paper: PaperView): Promise<void> {
  const key = PAPER + paper.id;
  const { [key]: old } = await chrome.storage.local.get(key);
  if (old) await chrome.storage.local.set({ [key]: { ...(old as KeptPaper), paper } satisfies KeptPaper });
}

/** The kept papers, the one opened last first. */
export async function keptPapers(): Promise<KeptPaper[]> {
  return (await valuesWith<KeptPaper>(PAPER)).sort((a, b) => b.at - a.at);
}

export async function keptPaper(paper: string): Promise<PaperView | null> {
  const { [PAPER + paper]: kept } = await chrome.storage.local.get(PAPER + paper);
  return (kept as KeptPaper | undefined)?.paper ?? null;
}

export async function keptCard(paper: string): Promise<Card | null> {
  const { [CARD + paper]: card } = await chrome.storage.local.get(CARD + paper);
  return (card as Card | undefined) ?? null;
}

/** What is deleted is not kept here either. */
export async function forget(papers: readonly string[]): Promise<void> {
  await chrome.storage.local.remove(papers.flatMap((id) => [PAPER + id, CARD + id]));
}

/** Nothing of a library stays in a browser that is no longer connected to it. */
export async function forgetAll(): Promise<void> {
  await chrome.storage.local.remove([...(await keysWith(PAPER)), ...(await keysWith(CARD))]);
}
