// @vitest-environment jsdom
import type { JSDOM } from "jsdom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeChrome } from "../support/fake-chrome";

declare const jsdom: JSDOM;

// As the browser would, from the extension's own files.
vi.mock("../../../extension/content/lazy", () => ({
  load: () => import("../../../extension/content/overlay"),
}));

const LIST = `<div class="extra-services"><div class="full-text"><ul><li><a class="abs-button">View PDF</a></li></ul></div></div>`;
const LISTING = `<dl id="articles">
  <dt><a href="/abs/2503.20680">a</a></dt><dd><div class="list-title">One</div></dd>
  <dt><a href="/abs/2503.20681v2">b</a></dt><dd><div class="list-title">Two</div></dd></dl>`;
let chrome: FakeChrome;

beforeEach(() => {
  chrome = new FakeChrome().install();
});

afterEach(() => {
  leave();
  history.replaceState(null, "");
  document.body.innerHTML = "";
});

/** The content script on a page of this address and body, as the browser would run it. */
async function visit(path: string, body: string): Promise<void> {
  jsdom.reconfigure({ url: `https://arxiv.org${path}` });
  document.body.innerHTML = body;
  vi.resetModules();
  await import("../../../extension/content/page");
  await settled();
}

/** Until what was asked of the settings, and what is loaded on use, is there. */
const settled = async () => {
  await import("../../../extension/content/overlay");
  await new Promise((resolve) => setTimeout(resolve, 20));
};

const leave = () => window.dispatchEvent(new Event("pagehide"));
const comeBack = () => window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
const press = (key: string, target: EventTarget = document) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

function button(): HTMLAnchorElement {
  const [found, ...others] = document.querySelectorAll<HTMLAnchorElement>("#papergloss-button a");
  if (!found || others.length > 0) throw new Error("not exactly one button");
  return found;
}

const entries = () => [...document.querySelectorAll<HTMLAnchorElement>(".papergloss-entry a")];

function frame(): HTMLIFrameElement | null {
  const host = document.getElementById("papergloss-overlay");
  return host?.shadowRoot?.querySelector("iframe") ?? null;
}

test("the button stands last among arXiv's links and looks like them", async () => {
  await visit("/abs/1706.03762", LIST);
  expect(button().closest("ul")?.lastElementChild).toBe(button().parentElement);
  expect(button().parentElement?.tagName).toBe("LI");
  expect(button().className).toBe("abs-button");
  expect(button().getAttribute("role")).toBe("button");
});

test.each([
  [
    "a box without a list",
    `<div class="extra-services"><div class="full-text"></div></div>`,
    ".full-text > p",
  ],
  ["services without a box", `<div class="extra-services"></div>`, ".extra-services > p"],
  ["an abstract alone", `<div id="abs"><blockquote class="abstract">A</blockquote></div>`, "blockquote + p"],
  ["a title alone", `<div id="abs"><h1 class="title">T</h1></div>`, "h1 + p"],
])("%s still gets the button", async (_what, body, place) => {
  await visit("/abs/1706.03762", body);
  expect(button().parentElement).toBe(document.querySelector(place));
});

test("a page without any known place is left alone, and the toolbar button still works", async () => {
  await visit("/abs/1706.03762", "<main>changed</main>");
  expect(document.body.innerHTML).toBe("<main>changed</main>");
  expect(await chrome.deliver("overlay.toggle", null)).toBe(true);
  await settled();
  expect(frame()).not.toBeNull();
});

test("an address that is no paper is left alone", async () => {
  await visit("/abs/", LIST);
  expect(document.getElementById("papergloss-button")).toBeNull();
  expect(await chrome.deliver("overlay.toggle", null)).toBe(false);
});

test("the overlay holds the panel for this paper and version", async () => {
  await visit("/abs/hep-th/9901001v2", LIST);
  button().click();
  await settled();
  expect(frame()?.src).toBe("chrome-extension://id/panel/panel.html?paper=hep-th%2F9901001v2");
  expect(button().getAttribute("aria-expanded")).toBe("true");
  expect(document.body.lastElementChild?.id).toBe("papergloss-overlay");
  button().click();
  await settled();
  expect(frame()).toBeNull();
  expect(button().getAttribute("aria-expanded")).toBe("false");
});

test("the space bar presses it, Escape closes and gives the focus back", async () => {
  await visit("/abs/1706.03762", LIST);
  button().focus();
  press(" ", button());
  await settled();
  expect(frame()).not.toBeNull();
  press("Escape");
  await settled();
  expect(frame()).toBeNull();
  expect(document.activeElement).toBe(button());
});

test("an Escape that the page has used is not ours", async () => {
  await visit("/abs/1706.03762", LIST);
  button().click();
  await settled();
  document.body.addEventListener("keydown", (event) => event.preventDefault(), { once: true });
  press("Escape", document.body);
  await settled();
  expect(frame()).not.toBeNull();
});

test("the panel closes the overlay that holds it", async () => {
  await visit("/abs/1706.03762", LIST);
  button().click();
  await settled();
  await chrome.deliver("overlay.close", null);
  await settled();
  expect(frame()).toBeNull();
});

test("running twice leaves one button and one overlay", async () => {
  await visit("/abs/1706.03762", LIST);
  vi.resetModules();
  await import("../../../extension/content/page");
  await settled();
  button().click();
  await settled();
  expect(document.querySelectorAll("#papergloss-overlay")).toHaveLength(1);
});

test("leaving the page takes everything away and stops listening", async () => {
  await visit("/abs/1706.03762", LIST);
  button().click();
  await settled();
  leave();
  expect(document.querySelectorAll("[id^=papergloss]")).toHaveLength(0);
  expect(document.documentElement.getAttributeNames()).not.toContain("data-papergloss-docked");
  expect(await chrome.deliver("overlay.toggle", null)).toBeUndefined();
});

test("on the way back the overlay is open again at the same place", async () => {
  await visit("/abs/1706.03762", LIST);
  button().click();
  await settled();
  await chrome.deliver("overlay.place", { top: 420 });
  leave();
  comeBack();
  await settled();
  expect(frame()?.src).toContain("top=420");
  expect(button().getAttribute("aria-expanded")).toBe("true");
});

test("a closed overlay stays closed on the way back", async () => {
  await visit("/abs/1706.03762", LIST);
  button().click();
  await settled();
  button().click();
  await settled();
  leave();
  comeBack();
  await settled();
  expect(frame()).toBeNull();
});

test("the page's own history state is kept", async () => {
  await visit("/abs/1706.03762", LIST);
  history.replaceState({ theirs: 1 }, "");
  button().click();
  await settled();
  expect(history.state).toMatchObject({ theirs: 1 });
  button().click();
  await settled();
  expect(history.state).toEqual({ theirs: 1 });
});

test("a button opened in a new tab opens the overlay there", async () => {
  await visit("/abs/1706.03762#papergloss", LIST);
  expect(frame()).not.toBeNull();
});

test("after an update of the extension the press loads the page anew, and the overlay opens there", async () => {
  await visit("/abs/1706.03762", LIST);
  vi.stubGlobal("chrome", {});
  button().click();
  await settled();
  expect(frame()).toBeNull();
  expect(history.state).toEqual({ papergloss: { paper: "1706.03762", top: 0 } });
});

test("another paper takes the place of the first in the same overlay", async () => {
  await visit("/list/cs.CL/new", LISTING);
  const [first, second] = entries();
  first?.click();
  second?.click();
  await settled();
  expect(document.querySelectorAll("#papergloss-overlay")).toHaveLength(1);
  expect(frame()?.src).toContain("paper=2503.20681v2");
  expect(entries().map((link) => link.getAttribute("aria-expanded"))).toEqual(["false", "true"]);
});

test("each entry of a listing gets a button of its own, which a new tab understands too", async () => {
  await visit("/list/cs.CL/new", LISTING);
  expect(entries().map((link) => link.getAttribute("href"))).toEqual([
    "/abs/2503.20680#papergloss",
    "/abs/2503.20681v2#papergloss",
  ]);
  expect(entries().map((link) => link.ariaLabel)).toEqual([
    "content_button 2503.20680",
    "content_button 2503.20681v2",
  ]);
  leave();
  expect(entries()).toEqual([]);
});

test("the way back to a listing opens the paper that was open", async () => {
  await visit("/list/cs.CL/new", LISTING);
  entries()[0]?.click();
  await settled();
  frame()?.dispatchEvent(new Event("load"));
  await settled();
  leave();
  comeBack();
  await settled();
  expect(frame()?.src).toContain("paper=2503.20680");
  expect(entries().map((link) => link.getAttribute("aria-expanded"))).toEqual(["true", "false"]);
});

test("on a listing the toolbar button has no paper of its own, and closes what is open", async () => {
  await visit("/list/cs.CL/new", LISTING);
  expect(await chrome.deliver("overlay.toggle", null)).toBe(false);
  entries()[0]?.click();
  await settled();
  expect(await chrome.deliver("overlay.toggle", null)).toBe(true);
  await settled();
  expect(frame()).toBeNull();
});

test("in the header of an HTML paper it stands after the link to the PDF", async () => {
  await visit(
    "/html/2503.20680v1",
    `<header class="arxiv-html-header"><nav class="html-header-nav"><a class="header-button">Why HTML?</a>
      <a class="header-button" href="/pdf/2503.20680v1">PDF</a><button class="header-button"></button></nav></header>`,
  );
  expect(button().className).toContain("header-button");
  expect(button().parentElement?.previousElementSibling?.getAttribute("href")).toBe("/pdf/2503.20680v1");
});

test("over the browser's PDF viewer it floats", async () => {
  vi.spyOn(document, "contentType", "get").mockReturnValue("application/pdf");
  await visit("/pdf/2503.20680", "");
  expect(document.querySelectorAll("a.papergloss-floating")).toHaveLength(1);
});

test("where arXiv answers with a page in place of a PDF there is none", async () => {
  await visit("/pdf/2503.20680", "<h1>No PDF</h1>");
  expect(document.body.innerHTML).toBe("<h1>No PDF</h1>");
});

test("a kind of page that the reader has switched off gets no buttons, and keeps the toolbar button", async () => {
  await chrome.local.set({ pagesOff: ["abstract"] });
  await visit("/abs/1706.03762", LIST);
  expect(document.querySelector("[id^=papergloss]")).toBeNull();
  expect(await chrome.deliver("overlay.toggle", null)).toBe(true);
});

test("what the page has put into its history is not believed", async () => {
  history.replaceState({ papergloss: { paper: 7 } }, "");
  await visit("/abs/1706.03762", LIST);
  expect(frame()).toBeNull();
});
