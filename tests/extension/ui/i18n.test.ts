import { beforeEach, expect, test, vi } from "vitest";
import { has, interfaceLanguage, loadMessages, t } from "../../../extension/ui/i18n";
import { problemText } from "../../../extension/ui/problem-text";

const root = { lang: "" };

beforeEach(() => {
  vi.stubGlobal("document", { documentElement: root });
});

test.each([
  [["zh-CN", "en-US"], "zh-CN"],
  [["fr", "de-DE"], "en"],
  [["fr", "zh-Hant-HK"], "zh-TW"],
  [["ar", "ja-JP"], "ja"],
  [[null, "zh-SG"], "zh-CN"],
  [[null, "en-GB"], "en"],
])("a reader of %j gets the interface in %s", (wanted, spoken) => {
  expect(interfaceLanguage(wanted)).toBe(spoken);
});

test("messages come in the language, with their values, and the page says which it is", async () => {
  await loadMessages(["zh-CN"]);
  expect(root.lang).toBe("zh-CN");
  expect(t("state_pages", 6, 14)).toBe("读完 6 / 14 页");
  await loadMessages(["en"]);
  expect(t("cite_missing", "12.4%")).toBe("12.4% not found in the cited passage");
});

test("a problem that is newer than the extension keeps the backend's own words", async () => {
  await loadMessages(["zh-CN"]);
  const told = { title: "Sun spots", detail: "Too many sun spots.", hint: "Wait a year." };
  expect(has("problem_sun_spots")).toBe(false);
  expect(problemText({ type: "sun-spots", ...told })).toEqual({
    reason: "Sun spots",
    hint: "Wait a year.",
    detail: "Too many sun spots.",
  });
  expect(problemText({ type: "no-pdf", ...told, detail: told.title })).toEqual({
    reason: "arXiv 没有该论文的 PDF。",
    hint: "以下内容仅依据摘要。",
    detail: "",
  });
});
