// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { type Picked, pickedOf } from "../../../extension/shared/selection";
import { FakeChrome } from "../support/fake-chrome";

let chrome: FakeChrome;
let told: unknown[];

beforeEach(async () => {
  chrome = new FakeChrome().install();
  told = [];
  vi.resetModules();
  await import("../../../extension/background/background");
});

const ABS = "https://arxiv.org/abs/1706.03762";
const PDF = "https://arxiv.org/pdf/1706.03762v7";
const BLOG = "https://blog.example/margins";

function answering(answer: unknown): void {
  chrome.inTab = (message) => {
    told.push(message);
    return answer;
  };
}

function choose(item: string, pageUrl: string): void {
  const tab = { id: 7, url: pageUrl, title: "A page" };
  chrome.pressMenu(item, { selectionText: "Some words.", pageUrl }, tab);
}

/** What the page at an address of ours is asked. */
function askedAt(path: string | undefined): Picked | null {
  return pickedOf(new URL(path ?? "", "https://extension.example/"));
}

const opened = () => vi.waitFor(() => expect(chrome.opened).toHaveLength(1));

test.each([
  ["selection-translate", "translate"],
  ["selection-explain", "explain"],
])("%s opens the bubble on arXiv's own pages", async (item, task) => {
  answering(true);
  choose(item, ABS);
  expect(told).toEqual([{ kind: "selection.open", ask: { task } }]);
  expect(chrome.opened).toEqual([]);
});

test("where that page has lost its script, a tab answers", async () => {
  choose("selection-translate", ABS);
  await opened();
  expect(askedAt(chrome.opened[0]?.url)).toMatchObject({ paper: "1706.03762", text: "Some words." });
});

test.each([
  [PDF, "1706.03762v7"],
  ["https://www.alphaxiv.org/abs/1706.03762", "1706.03762"],
  [BLOG, null],
])("over %s the side panel answers, opened during the press", async (address, paper) => {
  chrome.sidePanel = {};
  answering(true);
  choose("selection-explain", address);
  expect(askedAt(chrome.sidePanel[7])).toEqual({
    task: "explain",
    text: "Some words.",
    before: "",
    after: "",
    title: "A page",
    paper,
  });
  await Promise.resolve();
  expect(told).toEqual([]);
  expect(chrome.opened).toEqual([]);
});

test("where no side panel opens, a tab does", async () => {
  choose("selection-translate", PDF);
  await opened();
  expect(chrome.opened[0]?.url).toMatch(/^\/panel\/panel\.html\?selection#/);
});

test("the shortcut opens the bubble, and on other sites a tab with what is selected", async () => {
  answering(true);
  chrome.pressShortcut("translate-selection", { id: 7, url: ABS });
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(chrome.opened).toEqual([]);

  chrome.inTab = null;
  document.body.textContent = "Words of a blog.";
  getSelection()?.selectAllChildren(document.body);
  chrome.pressShortcut("translate-selection", { id: 7, url: BLOG, title: "Blog" });
  await opened();
  expect(askedAt(chrome.opened[0]?.url)).toMatchObject({
    text: "Words of a blog.",
    paper: null,
    title: "Blog",
  });
});

test("the shortcut with nothing selected opens nothing", async () => {
  getSelection()?.removeAllRanges();
  chrome.pressShortcut("translate-selection", { id: 7, url: BLOG });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(chrome.opened).toEqual([]);
});

test("what the bubble wishes goes to the tab that holds it", async () => {
  answering(null);
  await chrome.deliver("bubble.size", { height: 90 }, { tab: { id: 7 } });
  await chrome.deliver("bubble.close", null, { tab: { id: 7 } });
  expect(told).toEqual([
    { kind: "bubble.size", ask: { height: 90 } },
    { kind: "bubble.close", ask: null },
  ]);
});
