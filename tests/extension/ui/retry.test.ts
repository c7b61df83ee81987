import { beforeAll, expect, test, vi } from "vitest";
import type { Card } from "../../../extension/shared/api";
import { loadMessages } from "../../../extension/ui/i18n";
import { summaryState, translationState } from "../../../extension/ui/stages";

beforeAll(() => {
  vi.stubGlobal("document", { documentElement: { lang: "" } });
  return loadMessages(["en"]);
});

test("a wait before the next try is shown with its reason", () => {
  const retry = { attempt: 1, wait: 1.2, reason: "provider-busy" };
  const stage = { state: "running" as const, progress: null, retry };
  const said = "The provider is busy. Waiting 2 s, then try 2";
  expect(summaryState({} as Card, { summary: stage })).toBe(said);
  expect(translationState({} as Card, { translation: stage })).toBe(said);
});

test("a reason that is newer than this extension is left out", () => {
  const retry = { attempt: 2, wait: 4, reason: "something-new" };
  const stages = { summary: { state: "running" as const, progress: null, retry } };
  expect(summaryState({} as Card, stages)).toBe("Waiting 4 s, then try 3");
});
