import { beforeEach, expect, test } from "vitest";
import { problemWords, say, troubleWords } from "../../../extension/content/triage-words";
import type { Quote } from "../../../extension/shared/triage";
import { checkWords, quoteWords } from "../../../extension/ui/brief-words";
import { FakeChrome } from "../support/fake-chrome";

beforeEach(() => {
  new FakeChrome().install();
  Object.assign(chrome.i18n, {
    getUILanguage: () => "en",
    getMessage: (key: string, values: string[] = []) =>
      key.includes("new") ? "" : [key, ...values].join(" "),
  });
});

const QUOTE: Quote = {
  papers: 2000,
  fresh: 2000,
  engine: "openai",
  model: "m",
  provider: "api.example.org",
  local: false,
  asks: true,
  cost: "$0.20–0.90",
  tokens: null,
  left: null,
};

test.each<[string, Partial<Quote>, string[]]>([
  ["price", {}, ["triage_papers 2,000", "triage_cost $0.20–0.90 m", "triage_sent api.example.org"]],
  ["what is there", { fresh: 1 }, ["triage_known 1,999"]],
  ["nothing to pay for", { fresh: 0, cost: null }, ["triage_papers 2,000", "triage_known 2,000"]],
  ["unknown price", { cost: null, tokens: "1.2M" }, ["triage_tokens 1.2M m"]],
  ["what the cap leaves", { left: "$0.10" }, ["triage_left $0.10"]],
  ["a model here", { local: true, cost: null }, ["triage_papers 2,000", "triage_local m"]],
  [
    "no model",
    { engine: "extractive", provider: null, cost: null },
    ["triage_papers 2,000", "triage_no_model"],
  ],
  ["drafts", { engine: "local", provider: null, cost: null }, ["triage_papers 2,000", "triage_draft m"]],
  ["one paper", { papers: 1, fresh: 1 }, ["triage_papers_one"]],
])("beforehand is said: %s", (_name, change, wanted) => {
  const words = quoteWords({ ...QUOTE, ...change }, say);
  expect(words).toEqual(expect.arrayContaining(wanted));
  if (change.cost === null && !change.tokens) expect(words).toEqual(wanted);
});

test("a verdict that did not pass says what is missing", () => {
  expect(checkWords("supported", null, false, say)).toEqual([true, "triage_checked"]);
  expect(checkWords("unchecked", null, false, say)).toEqual([true, "triage_unchecked"]);
  expect(checkWords("supported", null, true, say)).toEqual([true, "triage_own"]);
  expect(checkWords("number_missing", "98.7%", false, say)).toEqual([false, "cite_missing 98.7%"]);
  expect(checkWords("uncited", null, false, say)).toEqual([false, "cite_uncited "]);
});

test("each trouble has a reason and what to do", () => {
  const problem = { type: "cap-reached", title: "Cap", status: 402, detail: "", hint: "Raise it." };
  expect(troubleWords({ is: "off" })).toEqual(["off_title", "triage_off_how"]);
  expect(troubleWords({ is: "unpaired" })).toEqual(["unpaired_title", "triage_unpaired_how"]);
  expect(troubleWords({ is: "blocked" })).toEqual(["blocked_title", "triage_blocked_how"]);
  expect(troubleWords({ is: "mismatch", update: "backend" })[1]).toBe("pair_update_backend");
  expect(troubleWords({ is: "refused", problem })).toEqual(["problem_cap_reached", "hint_cap_reached"]);
  expect(problemWords({ type: "new-one", title: "A new fault", hint: "Wait." })).toEqual([
    "A new fault",
    "Wait.",
  ]);
});
