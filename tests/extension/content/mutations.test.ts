// @vitest-environment jsdom
import type { JSDOM } from "jsdom";
import { beforeAll, expect, test, vi } from "vitest";
import { FakeChrome } from "../support/fake-chrome";
import { mutated, original, seeded } from "../support/mutate";
import { hasRecorded, recordedPage } from "../support/recorded";

declare const jsdom: JSDOM;

vi.mock("../../../extension/content/lazy", () => ({
  load: () => import("../../../extension/content/overlay"),
}));

const SEED = 20261122;
const ROUNDS = 1000;
/** Entries that a listing keeps: more of the same only take longer. */
const ENTRIES = 8;
const AROUND = [
  "dl",
  "dl *",
  ".arxiv-result",
  ".arxiv-result *",
  ".extra-services *",
  "#abs > *",
  "header *",
];

const ENTRY = (id: string) =>
  `<dt><a name="item1">[1]</a> <a href="/abs/${id}" title="Abstract">arXiv:${id}</a> [<a href="/pdf/${id}">pdf</a>]</dt>
   <dd><div class="meta"><div class="list-title mathjax">Title</div><p class="mathjax">Abstract</p></div></dd>`;
const RESULT = (id: string) =>
  `<li class="arxiv-result"><div><p class="list-title"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a></p></div>
   <p class="title">Title</p><p class="abstract"><span class="abstract-full">All</span></p></li>`;
const IDS = ["2503.20680", "hep-th/9901001", "1706.03762v7"];

/** Our own small pages, so that the test means something without the recorded ones. */
const OWN: [path: string, html: string][] = [
  [
    "/abs/1706.03762v7",
    `<div id="abs"><h1 class="title">T</h1><blockquote class="abstract">A</blockquote></div><div class="extra-services">
     <div class="full-text"><ul><li><a class="abs-button" href="/pdf/1706.03762v7">PDF</a></li></ul></div></div>`,
  ],
  [
    "/list/cs.CL/new",
    `<dl id="articles">${IDS.map(ENTRY).join("")}</dl><dl id="articles">${ENTRY("0704.0001")}</dl>`,
  ],
  ["/search/", `<ol>${IDS.map(RESULT).join("")}</ol>`],
  [
    "/html/2503.20680v1",
    `<header class="arxiv-html-header"><nav class="html-header-nav"><a class="header-button" href="/pdf/2503.20680v1">
     PDF</a><button class="header-button">theme</button></nav></header><article>Text</article>`,
  ],
];
const RECORDED: [path: string, name: string][] = [
  ["/abs/1706.03762", "pages/abs/abs_1706.03762.html"],
  ["/abs/0704.0213", "pages/abs/abs_0704.0213.html"],
  ["/abs/hep-th/9901001", "pages/abs/abs_hep-th_9901001.html"],
  ["/abs/1706.03762", "pages/captured/abs_1706.03762.html"],
  ["/abs/9999.99999", "pages/other/abs_9999.99999.html"],
  ["/list/cs.CV/new", "pages/list/list_cs.CV_new.html"],
  ["/catchup/cs.CL/2026-06-26", "pages/list/list_cs.CL_recent.html"],
  ["/a/he_k_1", "pages/list/list_math_recent.html"],
  ["/search/", "pages/search/search_author_He_K.html"],
  ["/html/1412.6980v9", "html/1412.6980v9.html"],
];

const chrome = new FakeChrome();
const faults: unknown[] = [];
const flush = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeAll(() => {
  window.addEventListener("error", ({ error }) => faults.push(error));
  process.on("unhandledRejection", (reason) => faults.push(reason));
});

/** Leaves the page and comes to another one: the script starts anew on it. */
async function visit(path: string, body: Element): Promise<void> {
  window.dispatchEvent(new Event("pagehide"));
  history.replaceState(null, "");
  jsdom.reconfigure({ url: `https://arxiv.org${path}` });
  document.body.replaceWith(body);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await flush();
}

/** A page as it was recorded, with no more entries than it takes, and nothing of what stands on every page. */
function parsed(html: string): Element {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const list of body.querySelectorAll("dl"))
    for (const one of [...list.children].slice(2 * ENTRIES)) one.remove();
  for (const one of [...body.querySelectorAll(".arxiv-result")].slice(ENTRIES)) one.remove();
  for (const one of body.querySelectorAll("script, footer, dialog, #labstabs")) one.remove();
  return body;
}

function doubled(): string[] {
  const holders = [...document.querySelectorAll("#papergloss-button, .papergloss-entry")];
  const single =
    document.querySelectorAll("#papergloss-button").length > 1 ? ["two buttons for the page"] : [];
  const crowded = holders.filter((holder) =>
    [...(holder.parentElement?.children ?? [])].some(
      (other) => other !== holder && other.className === holder.className && other.id === holder.id,
    ),
  );
  return [...single, ...crowded.map((holder) => holder.parentElement?.outerHTML ?? "")];
}

test(`${ROUNDS} mutations of arXiv's markup: nothing thrown, no button twice, the toolbar button works`, async () => {
  chrome.install();
  await import("../../../extension/content/page");
  const recorded = hasRecorded ? RECORDED.map(([path, name]) => [path, recordedPage(name)] as const) : [];
  const pages = [...OWN, ...recorded].map(
    ([path, html]) => [path, original(parsed(html), AROUND.join())] as const,
  );
  const random = seeded(SEED);
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [path, page] = pages[round % pages.length] as (typeof pages)[number];
    await visit(path, mutated(page, document, random));
    found += document.querySelectorAll("[data-papergloss]").length;
    expect(doubled(), `round ${round}, ${path}`).toEqual([]);
    expect(faults, `round ${round}, ${path}`).toEqual([]);
    const ownPaper = /^\/(abs|html)\//.test(path);
    expect(await chrome.deliver("overlay.toggle", null), `round ${round}, ${path}`).toBe(ownPaper);
    const overlays = () => document.querySelectorAll("#papergloss-overlay");
    await vi.waitFor(() => expect(overlays()).toHaveLength(ownPaper ? 1 : 0), { interval: 1 });
  }
  expect(found).toBeGreaterThan(ROUNDS);
}, 180_000);
