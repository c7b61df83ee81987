import { beforeEach, expect, test, vi } from "vitest";
import { count, day, direction, languageName, money, pageRanges, tokens } from "../../../extension/ui/format";
import { safeUrl } from "../../../extension/ui/safe-url";

beforeEach(() => {
  vi.stubGlobal("document", { documentElement: { lang: "en" } });
});

test.each([
  [[3], "3"],
  [[4, 2, 3, 3], "2–4"],
  [[7, 2], "2, 7"],
  [[1, 2, 5, 6, 9], "1–2, 5–6, 9"],
])("pages %j are said as %s", (pages, said) => {
  expect(pageRanges(pages)).toBe(said);
});

test.each([
  [940, "940"],
  [18_200, "18.2k"],
  [218_400, "218k"],
])("%d tokens are said as %s", (number, said) => {
  expect(tokens(number)).toBe(said);
});

test.each([
  [0.021, "CNY", "¥0.021"],
  [0.00042, "USD", "$0.00042"],
  [1.5, "USD", "$1.5"],
  [0, "USD", "$0"],
])("%d %s is said as %s", (amount, currency, said) => {
  expect(money(amount, currency)).toBe(said);
});

test("a date is its day, and nothing where there is none", () => {
  expect(day("2026-11-21T20:10:00Z")).toBe("2026-11-21");
  expect(day(null)).toBe("");
});

test("thousands are grouped as the interface's language does it", () => {
  expect(count(2841)).toBe("2,841");
});

test("languages say their own names and directions", () => {
  expect(languageName("zh-CN")).toBe("简体中文");
  expect(languageName("de")).toBe("Deutsch");
  expect(direction("ar")).toBe("rtl");
  expect(direction("zh-TW")).toBe("ltr");
});

test.each([
  ["https://arxiv.org/abs/1", "https://arxiv.org/abs/1"],
  ["http://a.org/", "http://a.org/"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["file:///etc/passwd", null],
  ["//a.org", null],
  ["not an address", null],
  [null, null],
])("the address %s opens %s", (address, opened) => {
  expect(safeUrl(address)).toBe(opened);
});
