// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeChrome } from "../support/fake-chrome";

let chrome: FakeChrome;

beforeEach(async () => {
  chrome = new FakeChrome().install();
  vi.resetModules();
  await import("../../../extension/background/background");
  chrome.installed();
});

afterEach(() => {
  document.head.innerHTML = "";
  document.body.innerHTML = "";
});

/** Presses the toolbar button on a page elsewhere; the query of the panel that opens. */
async function pressed(url: string, body: string, head = ""): Promise<URLSearchParams> {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  await chrome.pressToolbarButton({ id: 7, url });
  await vi.waitFor(() => expect(chrome.opened).toHaveLength(1));
  return new URL(`https://x${chrome.opened[0]?.url}`).searchParams;
}

test.each([
  ["https://www.alphaxiv.org/abs/1706.03762v7", "1706.03762v7"],
  ["https://www.alphaxiv.org/overview/2503.20680", "2503.20680"],
  ["https://huggingface.co/papers/2503.20680", "2503.20680"],
  ["https://ar5iv.org/abs/hep-th/9901001", "hep-th/9901001"],
])("the address %s names the paper, and the page is not read", async (url, paper) => {
  chrome.mayRead = false;
  expect((await pressed(url, "")).getAll("paper")).toEqual([paper]);
});

test("a page's own word for machines counts before its links", async () => {
  const query = await pressed(
    "https://www.semanticscholar.org/paper/Attention/204e3073",
    `<a href="https://arxiv.org/abs/2503.20680">cited</a>`,
    `<meta name="citation_arxiv_id" content="1706.03762">`,
  );
  expect(query.getAll("paper")).toEqual(["1706.03762"]);
});

test("one paper, linked and written out several times, is that paper", async () => {
  const query = await pressed(
    "https://www.semanticscholar.org/paper/Attention/204e3073",
    `<p>arXiv: 1706.03762</p><a href="https://arxiv.org/pdf/1706.03762.pdf">PDF</a>
     <a href="https://doi.org/10.48550/arXiv.1706.03762">DOI</a> <a href="https://arxiv.org/list/cs.CL/new">new</a>`,
  );
  expect(query.getAll("paper")).toEqual(["1706.03762"]);
});

test("of several papers the reader chooses, by the longest name that the page gives each", async () => {
  const query = await pressed(
    "https://scholar.google.com/scholar?q=attention",
    `<div><a href="https://arxiv.org/pdf/1706.03762">[PDF] arxiv.org</a>
     <a href="https://arxiv.org/abs/1706.03762">Attention is all you need</a></div>
     <div><a href="https://arxiv.org/pdf/1810.04805">[PDF] arxiv.org</a></div>`,
  );
  expect(query.getAll("choose")).toEqual([
    "1706.03762 Attention is all you need",
    "1810.04805 [PDF] arxiv.org",
  ]);
});

test.each([
  ["no paper at all", true],
  ["no leave to read it, such as the browser's own pages", false],
])("a page with %s opens the saved papers", async (_what, mayRead) => {
  chrome.mayRead = mayRead;
  const query = await pressed("https://openreview.net/forum?id=x", "<p>Nothing</p>");
  expect(query.get("view")).toBe("library");
});

test("a list of arXiv's has its own buttons: the page is not searched", async () => {
  const query = await pressed("https://arxiv.org/list/cs.CL/new", `<a href="/abs/1706.03762">a</a>`);
  expect(query.get("view")).toBe("library");
});

test("the menu of a link opens the paper where the page can hold the overlay", async () => {
  const asked: unknown[] = [];
  chrome.inTab = (message) => {
    asked.push(message);
    return true;
  };
  chrome.pressMenu("paper-link", { linkUrl: "https://arxiv.org/abs/1706.03762" }, { id: 7 });
  await vi.waitFor(() => expect(asked).toEqual([{ kind: "overlay.open", ask: { paper: "1706.03762" } }]));
  expect(chrome.opened).toEqual([]);
});

test("elsewhere the menus open a tab", async () => {
  chrome.pressMenu("paper-link", { linkUrl: "https://huggingface.co/papers/2503.20680" }, { id: 7 });
  await vi.waitFor(() => expect(chrome.opened).toEqual([{ url: "/panel/panel.html?paper=2503.20680" }]));
  document.body.innerHTML = "<p>arXiv:1706.03762v7</p>";
  chrome.pressMenu("paper-page", {}, { id: 7, url: "https://example.org/" });
  await vi.waitFor(() => expect(chrome.opened[1]).toEqual({ url: "/panel/panel.html?paper=1706.03762v7" }));
});

test("every menu item is there once after each install, with a text", () => {
  expect(chrome.menus.map((item) => item.id)).toEqual(expect.arrayContaining(["paper-link", "paper-page"]));
  expect(new Set(chrome.menus.map((item) => item.id)).size).toBe(chrome.menus.length);
  expect(chrome.menus.every((item) => item.title)).toBe(true);
});
