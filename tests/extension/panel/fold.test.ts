import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apply } from "../../../extension/panel/fold";
import type { Card, Claim, Event, Sentence } from "../../../extension/shared/api";
import { blankCard } from "../../../extension/ui/blank-card";

const key: Card["key"] = {
  paper: "2503.20680v1",
  kind: "card",
  lang: "zh-CN",
  engine: "openai",
  model: "m",
  prompt_version: "1",
  asked: null,
};
const sentence = (n: number): Sentence => ({
  n,
  source: `S${n}`,
  target: null,
  state: "pending",
  reason: null,
  other_terms: [],
});
const claim = (text: string): Claim => ({
  text,
  role: null,
  check: { status: "pending", detail: null },
  evidence: [],
});
const start: Card = {
  ...blankCard(key),
  translation: { lang: "zh-CN", title: sentence(0), sentences: [sentence(1), sentence(2)], glossary: [] },
  takeaways: [claim("一")],
};
const delta = (path: string, text: string): Event => ({ type: "delta", stage: "summary", path, text });

test("what an event does not touch keeps its identity", () => {
  const after = apply(start, delta("translation/sentences/1/target", "二"));
  expect(after.translation?.sentences[1]?.target).toBe("二");
  expect(after.translation?.sentences[0]).toBe(start.translation?.sentences[0]);
  expect(after.takeaways).toBe(start.takeaways);
  expect(start.translation?.sentences[1]?.target).toBeNull();
});

test("paths that a card does not have change nothing", () => {
  for (const path of [
    "translation/sentences/9/target",
    "metadata/title",
    "summary/x/text",
    "summary",
    "__proto__/a/text",
  ])
    expect(apply(start, delta(path, "x"))).toEqual(start);
});

const CASES = join(import.meta.dirname, "../../cases/fold");
const read = (name: string) => JSON.parse(readFileSync(join(CASES, name), "utf8"));

test.each(readdirSync(CASES).filter((name) => name.endsWith(".json")))("%s, as in Python", (name) => {
  const { start: before, events, card } = read(name) as { start: Card; events: Event[]; card: Card };
  expect(events.reduce(apply, before)).toEqual(card);
});
