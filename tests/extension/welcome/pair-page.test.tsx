// @vitest-environment jsdom
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import type { Paired } from "../../../extension/shared/settings";
import { loadMessages } from "../../../extension/ui/i18n";
import { PairPage } from "../../../extension/welcome/PairPage";
import { FakeChrome } from "../support/fake-chrome";
import { type Answer, json, serve } from "../support/serve";

const HEALTH = { name: "papergloss", version: "0.1.0", api: 1 };
const STATUS = { version: "0.1.0", api: 1, lang: "zh-CN", languages: ["zh-CN", "ja"] };
let chrome: FakeChrome;
let root: HTMLElement;

beforeEach(async () => {
  chrome = new FakeChrome().install();
  await loadMessages(["en"]);
  document.body.innerHTML = "<main></main>";
  root = document.body.firstElementChild as HTMLElement;
});

/** A backend that answers these; pairing with `secret` only. */
function backend(answers: Record<string, Answer> = {}) {
  const known: Record<string, Answer> = {
    "/api/v1/health": json(HEALTH),
    "/api/v1/status": json(STATUS),
    "/api/v1/pair": (request, response, body) => {
      const fits = JSON.parse(body).secret === "s3cret";
      json(fits ? { token: "t0", version: "0.1.0" } : {}, fits ? 200 : 410)(request, response, body);
    },
    ...answers,
  };
  return serve((request, response, body) => known[request.url ?? ""]?.(request, response, body));
}

function show(base: string | null, paired: Paired | null = null): void {
  render(<PairPage offer={base ? { base, secret: "s3cret" } : null} paired={paired} />, root);
}

const heading = () => root.querySelector("h1")?.textContent;
const press = (n: number) => root.querySelectorAll("button").item(n).click();
const saysHeading = (text: string) => vi.waitFor(() => expect(heading()).toBe(text));

test("it names host and port, and connects on yes only", async () => {
  const { base } = await backend();
  show(base);
  expect(heading()).toBe(`Connect to PaperGloss at ${new URL(base).host}?`);
  expect(chrome.local.stored).toEqual({});
  press(0);
  await saysHeading("Connected");
  expect(chrome.local.stored).toEqual({ paired: { base, token: "t0" } });
});

test("the language chosen is kept", async () => {
  const { base } = await backend();
  show(base);
  press(0);
  const select = await vi.waitFor(() => {
    const found = root.querySelector("select");
    if (!found) throw new Error("no field for the language yet");
    return found;
  });
  expect(select.value).toBe("zh-CN");
  select.value = "ja";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(chrome.local.stored).toMatchObject({ lang: "ja" }));
});

test("not now changes nothing", async () => {
  const { base } = await backend();
  show(base);
  press(1);
  await saysHeading("Not connected");
  expect(chrome.local.stored).toEqual({});
});

test("a paired backend is named before it is replaced", async () => {
  const { base } = await backend();
  const old = { base: "http://127.0.0.1:9999", token: "old" };
  chrome.local.stored.paired = old;
  show(base, old);
  expect(root.querySelector(".caution")?.textContent).toContain("127.0.0.1:9999");
  expect(root.querySelector("button")?.textContent).toBe("Replace and connect");
  expect(chrome.local.stored.paired).toEqual(old);
});

test("pairing anew with the same backend replaces nobody", async () => {
  const { base } = await backend();
  show(base, { base, token: "old" });
  expect(root.querySelector(".caution")).toBeNull();
});

const EXPIRED = {
  type: "pairing-expired",
  title: "Old",
  status: 410,
  detail: "Old",
  hint: "Run `papergloss pair`.",
};

test.each([
  ["an old link", { "/api/v1/pair": json(EXPIRED, 410, "application/problem+json") }, "papergloss pair"],
  ["an older backend", { "/api/v1/health": json({ ...HEALTH, api: 0 }) }, "Update PaperGloss"],
  ["a newer backend", { "/api/v1/health": json({ ...HEALTH, api: 2 }) }, "current extension"],
  ["another program", { "/api/v1/health": json({ hello: 1 }) }, "Nobody answers"],
])("%s: says why and what to do, and changes nothing", async (_what, answers, advice) => {
  const { base } = await backend(answers);
  show(base);
  press(0);
  await saysHeading("Could not connect");
  expect(root.textContent).toContain(advice);
  expect(root.textContent).toContain("Nothing was changed");
  expect(chrome.local.stored).toEqual({});
});

test("without an offer it says how to get one", () => {
  show(null);
  expect(root.textContent).toContain("papergloss pair");
  expect(root.querySelector("button")).toBeNull();
});
