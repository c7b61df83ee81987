import type { Entry } from "../arxiv/entries";
import type { Problem } from "../shared/api";
import type { Segment } from "../shared/segments";
import type { Line } from "../shared/triage";
import { checkWords } from "../ui/brief-words";
import { copyButton, makeButton } from "./button";
import { element, UNSEEN } from "./elements";
import { problemWords, say } from "./triage-words";

const CLASS = "papergloss-line";
const BOX = "margin:.35em 0 .8em;padding:0 0 0 .7em;border-inline-start:3px solid #b31b1b;line-height:1.5";

/** Each time that lines come in, the browser lays a long page out anew: so not for every single one. */
const TOGETHER_MS = 200;
const TOGETHER = 100;

/** The lines under the papers of the page. */
export interface Lines {
  add(paper: string, line: Line): void;
  fail(paper: string, problem: Problem | null): void;
}

/** Inserts lines as they come, many at a time and without ever asking for the layout. */
export function createLines(entries: ReadonlyMap<string, readonly Entry[]>, signal: AbortSignal): Lines {
  const waiting = new Map<Entry, () => HTMLElement>();
  const shown = new Map<Entry, HTMLElement>();
  const put = () => {
    for (const [entry, make] of [...waiting].slice(0, TOGETHER)) {
      waiting.delete(entry);
      shown.get(entry)?.remove();
      const line = make();
      shown.set(entry, line);
      entry.element.append(line);
    }
    if (waiting.size > 0 && !signal.aborted) setTimeout(put, TOGETHER_MS);
  };
  const plan = (paper: string, make: () => HTMLElement) => {
    if (waiting.size === 0) setTimeout(put, TOGETHER_MS);
    for (const entry of entries.get(paper) ?? []) waiting.set(entry, make);
  };
  for (const old of document.querySelectorAll(`.${CLASS}`)) old.remove();
  signal.addEventListener("abort", () => {
    waiting.clear();
    for (const line of shown.values()) line.remove();
  });
  return {
    add: (paper, line) => plan(paper, () => lineElement(paper, line)),
    fail: (paper, problem) => plan(paper, () => failureElement(problem)),
  };
}

function lineElement(paper: string, { title, text, lang, check, detail, own }: Line): HTMLElement {
  const [passed, words] = checkWords(check, detail, own, say);
  const open = copyButton(makeButton(""), paper);
  open.ariaLabel = null;
  open.replaceChildren(...(title ? nodes(title) : [say("triage_open")]));
  const sentence = element("span", "", ...nodes(text));
  for (const part of [sentence, ...(title ? [open] : [])]) {
    part.lang = lang;
    part.dir = "auto";
  }
  const mark = passed
    ? element("span", "cursor:help", " ✓", element("span", UNSEEN, ` (${words})`))
    : element("span", "", ` ⚠ ${words}`);
  mark.title = words;
  const box = element("div", BOX);
  box.className = CLASS;
  if (title) {
    open.style.cssText = "font-weight:bold";
    box.append(element("div", "", open));
  }
  box.append(sentence, mark);
  if (!title) box.append(" ", open);
  return box;
}

function failureElement(problem: Problem | null): HTMLElement {
  const [reason] = problem ? problemWords(problem) : [""];
  const box = element("div", BOX, `⚠ ${say("triage_line_failed")} ${reason}`);
  box.className = CLASS;
  return box;
}

function nodes(segments: readonly Segment[]): (Node | string)[] {
  return segments.map((segment) =>
    "text" in segment ? segment.text : formula(segment.mathml, segment.source),
  );
}

/** The courier has set and cleaned it; what is no MathML all the same stays text. */
function formula(mathml: string, source: string): Node | string {
  const math = new DOMParser().parseFromString(mathml, "application/xml").documentElement;
  return math.localName === "math" ? document.importNode(math, true) : source;
}
