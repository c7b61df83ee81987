import type { Trouble } from "../shared/errands";
import type { Quote, TriageNews } from "../shared/triage";
import { quoteWords } from "../ui/brief-words";
import { element, pressable, UNSEEN } from "./elements";
import { triageLink } from "./triage-link";
import { problemWords, say, troubleWords } from "./triage-words";

type Batch = Extract<TriageNews, { is: "batch" }>["batch"];

/** The place of “Gloss this page” and what it shows. */
export interface View {
  idle(start: () => void): void;
  busy(): void;
  quote(quote: Quote, go: () => void, close: () => void): void;
  progress(ended: number, total: number, stop: () => void): void;
  lost(): void;
  ended(batch: Batch, left: number, goOn: () => void, rest: () => void): void;
  trouble(trouble: Trouble, again: () => void, close: () => void): void;
}

/**
 * One live region says where things begin and end; what counts up in between is only seen. `asPage` shows the
 * papers on a page of their own; null where they are too many for one.
 */
export function createView(holder: HTMLElement, asPage: (() => void) | null): View {
  const live = element("span", UNSEEN);
  live.role = "status";
  const place = element("div", "");
  holder.replaceChildren(place, ...(asPage ? [pressable(say("triage_as_page"), asPage)] : []), live);
  holder.lang = chrome.i18n.getUILanguage();
  holder.style.cssText = "margin:.6em 0;line-height:1.6";
  let counter: Counter | null = null;

  const show = (spoken: string, ...content: HTMLElement[]) => {
    const focused = place.contains(document.activeElement);
    counter = null;
    place.replaceChildren(...content);
    if (focused) place.querySelector<HTMLElement>("button,a")?.focus();
    if (spoken) live.textContent = spoken;
  };
  return {
    idle: (start) => show("", triageLink(start)),
    busy: () => show("", element("span", "", say("triage_asking"))),
    quote: (quote, go, close) => {
      const words = quoteWords(quote, say).join(" ");
      const yes = quote.asks ? say("triage_agree", quote.provider ?? "") : say("triage_go");
      show(
        words,
        element("p", "margin:0 0 .4em", words),
        pressable(yes, go, true),
        pressable(say("triage_no"), close),
      );
    },
    progress: (ended, total, stop) => {
      if (!counter) {
        const made = makeCounter(stop);
        show(say("triage_begun", total), made.box);
        counter = made;
      }
      counter.count(ended, total);
    },
    lost: () => counter?.say(say("stream_lost")),
    ended: (batch, left, goOn, rest) => {
      const { done = 0, failed = 0, partial = 0, waiting = 0, cancelled = 0 } = batch.counts;
      const words = endWords(batch, done, done + failed + partial + waiting + cancelled, failed + partial);
      const buttons = [
        ...(batch.state === "done" ? [] : [pressable(say("triage_resume"), goOn, true)]),
        ...(batch.state === "done" && failed + partial > 0 ? [pressable(say("try_again"), goOn)] : []),
        ...(batch.state === "done" && left > 0 ? [pressable(say("triage_rest", left), rest)] : []),
      ];
      show(words, element("p", "margin:0 0 .4em", words), ...buttons);
    },
    trouble: (trouble, again, close) => {
      const [reason, advice] = troubleWords(trouble);
      const words = `${reason} ${advice}`;
      const buttons = [pressable(say("try_again"), again), pressable(say("close"), close)];
      show(words, element("p", "margin:0 0 .4em", element("b", "", reason), ` ${advice}`), ...buttons);
    },
  };
}

function endWords({ state, problem }: Batch, done: number, total: number, failed: number): string {
  const words = state === "done" ? [say("triage_done", done)] : [say("triage_stopped", done, total)];
  if (problem) words.push(...problemWords(problem));
  if (failed > 0) words.push(say("triage_failed", failed));
  return words.join(" ");
}

interface Counter {
  box: HTMLElement;
  count(ended: number, total: number): void;
  say(words: string): void;
}

function makeCounter(stop: () => void): Counter {
  const bar = element("progress", "vertical-align:middle;width:12em;margin:0 .7em 0 0");
  const words = element("span", "margin:0 .8em 0 0");
  bar.ariaLabel = say("triage_start");
  return {
    box: element("div", "", bar, words, pressable(say("cancel"), stop)),
    count: (ended, total) => {
      bar.max = total;
      bar.value = ended;
      words.textContent = say("triage_progress", ended, total);
    },
    say: (text) => {
      words.textContent = text;
    },
  };
}
