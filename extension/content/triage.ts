import { type Entry, listedEntries } from "../arxiv/entries";
import type { Ask } from "../shared/errands";
import { ask as askExtension } from "../shared/messages";
import { readSetting, writeSetting } from "../shared/settings";
import type { Quote, TriageNews } from "../shared/triage";
import { send } from "./courier";
import { createLines } from "./triage-lines";
import { createView } from "./triage-view";

type Errand = "triage.start" | "triage.join" | "triage.resume";

/** On a page of their own: arXiv's API gives 50 in a request, one in three seconds. */
const ON_A_PAGE = 300;

/** Pages that remember that they were glossed. */
const REMEMBERED = 200;

/**
 * Glosses the page: says beforehand what it takes, then shows a line under each paper as it is ready.
 * `again` takes up what was begun here before, and asks for nothing new. An abort of `signal` takes
 * everything away; the backend goes on.
 */
export function startTriage(holder: HTMLElement, again: boolean, signal: AbortSignal): void {
  const entries = entriesByPaper();
  const papers = [...entries.keys()];
  const label = (location.pathname + location.search).slice(0, 200);
  const page = { papers, title: document.title, label };
  const view = createView(
    holder,
    papers.length <= ON_A_PAGE ? () => void askExtension("today.open", page) : null,
  );
  const lines = createLines(entries, signal);
  const ended = new Map<string, boolean>();
  let total = papers.length;

  const idle = () => view.idle(ask);
  const ask = async () => {
    view.busy();
    const trouble = await send("triage.quote", { papers }, offer, signal);
    if (trouble) view.trouble(trouble, ask, idle);
  };
  const offer = (quote: Quote) => {
    const go = () => {
      void remember(label);
      view.busy();
      void follow("triage.start", { papers, label, consent: quote.asks ? quote.provider : null });
    };
    view.quote(quote, go, idle);
  };
  const follow = async <K extends Errand>(errand: K, what: Ask<K>) => {
    let heard = false;
    ended.clear();
    const hear = (news: TriageNews) => {
      heard = true;
      take(news);
    };
    const trouble = await send(errand, what, hear, signal);
    if (trouble && errand !== "triage.join") view.trouble(trouble, () => follow(errand, what), idle);
    else if (trouble || !heard) idle();
  };
  const take = (news: TriageNews) => {
    if (news.is === "batch") return takeBatch(news.batch);
    if (news.is === "lost") return view.lost();
    ended.set(news.paper, news.is === "line");
    if (news.is === "line") lines.add(news.paper, news.line);
    else lines.fail(news.paper, news.problem);
    view.progress(ended.size, total, stop);
  };
  let batch = "";
  const stop = () => void send("triage.cancel", { batch }, () => undefined, signal);
  const takeBatch = (now: Extract<TriageNews, { is: "batch" }>["batch"]) => {
    const { done = 0, partial = 0, failed = 0, waiting = 0, cancelled = 0 } = now.counts;
    batch = now.id;
    total = done + partial + failed + waiting + cancelled;
    // What has ended before is told anew, one paper after the other, before the end.
    if (now.state === "running" || ended.size < done + partial + failed)
      return view.progress(ended.size, total, stop);
    const left = papers.filter((paper) => !ended.has(paper)).length;
    // The same address lists other papers every day: of yesterday's, none may stand here.
    if (now.state === "done" && left === papers.length) return idle();
    view.ended(now, left, () => follow("triage.resume", { batch }), ask);
  };

  if (again) void follow("triage.join", { label });
  else void ask();
}

/** A paper that the page names twice gets its line twice and is asked for once. */
function entriesByPaper(): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of listedEntries(document)) {
    const before = found.get(entry.id);
    if (before) before.push(entry);
    else found.set(entry.id, [entry]);
  }
  return found;
}

async function remember(label: string): Promise<void> {
  const labels = await readSetting("triaged");
  await writeSetting("triaged", [...labels.filter((one) => one !== label), label].slice(-REMEMBERED));
}
