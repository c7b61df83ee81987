import { listedEntries } from "../../arxiv/entries";
import { blockOf, textOf, wholeFormulas } from "../../arxiv/page-text";
import type { Picked, Task } from "../../shared/selection";
import type { Here } from "../feature";
import type { Place } from "./host";

/** Sentences before a selection, and after it, that are sent with it. */
const AROUND = 2;

const TITLES = "h1.ltx_title_document, #abs h1.title, meta[name='citation_title']";
const EDITED = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** What is selected on the page and where; null where that is no text to read. */
export function pick(
  page: Document,
  { paper }: Pick<Here, "paper">,
  task: Task,
): { asked: Picked; place: Place } | null {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  if (page.activeElement?.matches(EDITED)) return null;
  const range = wholeFormulas(selection.getRangeAt(0));
  const text = textOf(range);
  if (!/\p{L}/u.test(text)) return null;
  const entry = paper === null ? entryOf(page, range.startContainer) : null;
  const title = entry?.titleElement ?? (paper === null ? null : page.querySelector(TITLES));
  return {
    asked: {
      task,
      text,
      ...around(range),
      title: titleIn(title) || page.title,
      paper: paper ?? entry?.id ?? null,
    },
    place: placeOf(range),
  };
}

function entryOf(page: Document, node: Node) {
  for (const entry of listedEntries(page))
    if (entry.element.contains(node) || entry.linksElement.contains(node)) return entry;
  return null;
}

function titleIn(element: Element | null): string {
  if (!element) return "";
  const told = element.getAttribute("content");
  if (told) return told;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return textOf(range).replace(/^Title:\s*/, "");
}

/** The sentences beside the selection in its own block. */
function around(range: Range): { before: string; after: string } {
  const before = range.cloneRange();
  before.selectNodeContents(blockOf(range.startContainer));
  before.setEnd(range.startContainer, range.startOffset);
  const after = range.cloneRange();
  after.selectNodeContents(blockOf(range.endContainer));
  after.setStart(range.endContainer, range.endOffset);
  return {
    before: sentences(textOf(before)).slice(-AROUND).join(" "),
    after: sentences(textOf(after)).slice(0, AROUND).join(" "),
  };
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=\S)/).filter(Boolean);
}

function placeOf(range: Range): Place {
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const all = range.getBoundingClientRect();
  const last = rects.at(-1) ?? all;
  const home = range.endContainer.parentElement;
  return {
    left: scrollX + last.left,
    right: scrollX + last.right,
    top: scrollY + all.top,
    bottom: scrollY + last.bottom,
    rtl: home !== null && getComputedStyle(home).direction === "rtl",
  };
}
