import { beforeEach, expect, test } from "vitest";
import { readSetting, watchSetting, writeSetting } from "../../../extension/shared/settings";
import { FakeChrome } from "../support/fake-chrome";

beforeEach(() => {
  new FakeChrome().install();
});

test("what was never set has a default, what was set is kept", async () => {
  expect(await readSetting("paired")).toBeNull();
  expect(await readSetting("theme")).toBe("system");
  await writeSetting("paired", { base: "http://127.0.0.1:1", token: "t" });
  expect(await readSetting("paired")).toEqual({ base: "http://127.0.0.1:1", token: "t" });
});

test("a watcher hears of its setting only, until its page goes", async () => {
  const page = new AbortController();
  const heard: unknown[] = [];
  watchSetting("lang", (value) => heard.push(value), page.signal);
  await writeSetting("lang", "ja");
  await writeSetting("theme", "dark");
  page.abort();
  await writeSetting("lang", "ko");
  expect(heard).toEqual(["ja"]);
});
