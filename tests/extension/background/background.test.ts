import { beforeEach, expect, test, vi } from "vitest";
import { FakeChrome } from "../support/fake-chrome";

let chrome: FakeChrome;

beforeEach(async () => {
  chrome = new FakeChrome().install();
  vi.resetModules();
  await import("../../../extension/background/background");
});

const PAIR_PAGE = "/welcome/pair.html";
const sender = { url: "http://127.0.0.1:8765/pair", frameId: 0, tab: { id: 7, active: true } };
const offer = (secret: unknown, from: object) => chrome.deliver("pair.offer", { secret }, from);

test("an offer opens the extension's own page; the secret goes by memory, not by address", async () => {
  await offer("s3cret", sender);
  expect(chrome.opened).toEqual([{ url: PAIR_PAGE, openerTabId: 7 }]);
  expect(chrome.session.stored).toEqual({ offer: { base: "http://127.0.0.1:8765", secret: "s3cret" } });
  expect(chrome.local.stored).toEqual({});
});

test("an offer can be taken once", async () => {
  const { takeOffer } = await import("../../../extension/shared/offer");
  await offer("s3cret", sender);
  expect(await takeOffer()).toEqual({ base: "http://127.0.0.1:8765", secret: "s3cret" });
  expect(await takeOffer()).toBeNull();
  expect(chrome.session.stored).toEqual({});
});

test.each([
  ["another host", { ...sender, url: "http://192.168.0.7:8765/pair" }],
  ["a name that looks like it", { ...sender, url: "http://127.0.0.1.evil.example/pair" }],
  ["user info before the host", { ...sender, url: "http://127.0.0.1@evil.example/pair" }],
  ["another path", { ...sender, url: "http://127.0.0.1:8765/pair/x" }],
  ["another scheme", { ...sender, url: "https://127.0.0.1:8765/pair" }],
  ["a frame", { ...sender, frameId: 3 }],
  ["a tab in the background", { ...sender, tab: { id: 7, active: false } }],
  ["no tab", { url: sender.url, frameId: 0 }],
])("an offer from %s is refused", async (_what, from) => {
  await offer("s3cret", from);
  expect(chrome.opened).toEqual([]);
  expect(chrome.session.stored).toEqual({});
});

test.each([[""], ["x".repeat(201)], [{ toString: "s" }], [undefined]])(
  "secret %j is refused",
  async (secret) => {
    await offer(secret, sender);
    expect(chrome.opened).toEqual([]);
  },
);

test("on an abstract page the toolbar button toggles the overlay", async () => {
  const asked: unknown[] = [];
  chrome.inTab = (message) => {
    asked.push(message);
    return true;
  };
  await chrome.pressToolbarButton({ id: 7, url: "https://arxiv.org/abs/1706.03762" });
  expect(asked).toEqual([{ kind: "overlay.toggle", ask: null }]);
  expect(chrome.opened).toEqual([]);
});

test.each([
  ["https://arxiv.org/pdf/1706.03762v7", "paper=1706.03762v7"],
  ["https://arxiv.org/list/cs.CL/new", "view=library"],
  ["https://example.org/?u=https://arxiv.org/abs/1706.03762", "view=library"],
  [undefined, "view=library"],
])("from %s it opens the panel in a tab with %s", async (url, query) => {
  await chrome.pressToolbarButton({ id: 7, url });
  await vi.waitFor(() => expect(chrome.opened).toEqual([{ url: `/panel/panel.html?${query}` }]));
});

test("a panel's wish to be closed goes to the tab that holds it", async () => {
  const asked: unknown[] = [];
  chrome.inTab = (message) => {
    asked.push(message);
    return null;
  };
  await chrome.deliver("panel.close", null, { tab: { id: 7 } });
  await chrome.deliver("panel.place", { top: 9 }, { tab: { id: 7 } });
  expect(asked).toEqual([
    { kind: "overlay.close", ask: null },
    { kind: "overlay.place", ask: { top: 9 } },
  ]);
});

test("a job that ended unseen marks the toolbar button until a panel is looked at", async () => {
  await chrome.deliver("job.ended", { title: "A Careful Reader" });
  expect(chrome.badge).toBe("✓");
  await chrome.deliver("job.seen", null);
  expect(chrome.badge).toBe("");
});

test("it is told by a notification only where the reader has allowed that", async () => {
  const sender = { tab: { id: 7 } };
  await chrome.deliver("job.ended", { title: "A Careful Reader" }, sender);
  expect(chrome.notified).toEqual({});
  chrome.allowNotifications();
  await chrome.deliver("job.ended", { title: "A Careful Reader" }, sender);
  expect(chrome.notified).toEqual({ "ended-7": "ended_title" });
});

test("a press on the notification brings the paper's tab to the front, or the saved papers", async () => {
  chrome.allowNotifications();
  await chrome.deliver("job.ended", { title: "A Careful Reader" }, { tab: { id: 7 } });
  await chrome.pressNotification("ended-7");
  expect(chrome.activated).toEqual([7]);
  expect(chrome.notified).toEqual({});
  chrome.closed.add(7);
  await chrome.pressNotification("ended-7");
  await chrome.pressNotification("ended-");
  expect(chrome.activated).toEqual([7]);
  expect(chrome.opened.map(({ url }) => url)).toEqual(Array(2).fill("/panel/panel.html?view=library"));
});
