import { beforeEach, expect, test, vi } from "vitest";
import { FakeChrome } from "../support/fake-chrome";

let chrome: FakeChrome;

beforeEach(async () => {
  chrome = new FakeChrome().install();
  chrome.mayRead = false;
  vi.resetModules();
  await import("../../../extension/background/background");
});

const LISTING = { id: 7, url: "https://arxiv.org/list/cs.CL/new" };

test("on a page without a paper the button shows the overview, and stays free for the next press", async () => {
  chrome.mayPopUp = true;
  await chrome.pressToolbarButton(LISTING);
  await vi.waitFor(() => expect(chrome.poppedUp).toEqual(["popup/popup.html"]));
  await vi.waitFor(() => expect(chrome.popup).toBe(""));
  expect(chrome.opened).toEqual([]);
});

test("on a paper one press opens it", async () => {
  chrome.mayPopUp = true;
  await chrome.pressToolbarButton({ id: 7, url: "https://arxiv.org/abs/1706.03762" });
  await vi.waitFor(() => expect(chrome.opened).toEqual([{ url: "/panel/panel.html?paper=1706.03762" }]));
  expect(chrome.poppedUp).toEqual([]);
});

test("where the browser refuses, the saved papers open in a tab", async () => {
  await chrome.pressToolbarButton(LISTING);
  await vi.waitFor(() => expect(chrome.opened).toEqual([{ url: "/panel/panel.html?view=library" }]));
  expect(chrome.popup).toBe("");
});

test("the button's own menu shows the overview on a paper too", async () => {
  chrome.mayPopUp = true;
  chrome.pressMenu("overview", {}, { id: 7, url: "https://arxiv.org/abs/1706.03762" });
  await vi.waitFor(() => expect(chrome.poppedUp).toEqual(["popup/popup.html"]));
});

test.each([
  ["install", null, ["/welcome/welcome.html"]],
  ["update", null, []],
  ["install", { base: "http://127.0.0.1:8765", token: "t" }, []],
])("after %s, paired: %j, the welcome page opens: %j", async (reason, paired, opened) => {
  chrome.local.stored.paired = paired;
  chrome.installed(reason);
  await vi.waitFor(() => expect(chrome.opened.map(({ url }) => url)).toEqual(opened));
});

test("an offer goes to the welcome page where it is open", async () => {
  const sender = { url: "http://127.0.0.1:8765/pair", frameId: 0, tab: { id: 7, active: true } };
  chrome.answers["welcome.offer"] = 12;
  await chrome.deliver("pair.offer", { secret: "s3cret" }, sender);
  expect(chrome.activated).toEqual([12]);
  expect(chrome.opened).toEqual([]);
});
