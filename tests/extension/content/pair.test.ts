// @vitest-environment jsdom
import type { JSDOM } from "jsdom";
import { beforeEach, expect, test, vi } from "vitest";
import { FakeChrome } from "../support/fake-chrome";

declare const jsdom: JSDOM;

const META = '<meta name="papergloss-pair" content="1">';
let chrome: FakeChrome;

beforeEach(() => {
  chrome = new FakeChrome().install();
});

async function visit(address: string, head: string): Promise<void> {
  jsdom.reconfigure({ url: address });
  document.head.innerHTML = head;
  vi.resetModules();
  await import("../../../extension/content/pair");
}

test("the secret is handed over and leaves the address bar", async () => {
  await visit("http://127.0.0.1:8765/pair#s3cret", META);
  expect(chrome.sent).toEqual([{ kind: "pair.offer", ask: { secret: "s3cret" } }]);
  expect(location.href).toBe("http://127.0.0.1:8765/pair");
});

test("a second link opened in the same tab counts too", async () => {
  await visit("http://127.0.0.1:8765/pair#first", META);
  location.hash = "second";
  window.dispatchEvent(new Event("hashchange"));
  expect(chrome.sent.at(-1)).toEqual({ kind: "pair.offer", ask: { secret: "second" } });
});

test.each([
  ["http://127.0.0.1:8765/notes#s3cret", META],
  ["http://127.0.0.1:8765/pair#s3cret", ""],
  ["http://127.0.0.1:8765/pair", META],
])("%s with head '%s' is left alone", async (address, head) => {
  await visit(address, head);
  expect(chrome.sent).toEqual([]);
  expect(location.href).toBe(address);
});
