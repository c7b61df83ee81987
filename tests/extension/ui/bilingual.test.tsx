// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Sentence, Translation } from "../../../extension/shared/api";
import { Bilingual } from "../../../extension/ui/card/Bilingual";
import { loadMessages } from "../../../extension/ui/i18n";

const sentence = (n: number, more: Partial<Sentence> = {}): Sentence => ({
  n,
  source: `Sentence ${n}.`,
  target: `الجملة ${n}.`,
  state: "ok",
  reason: null,
  other_terms: [],
  ...more,
});

function show(lang: string, sentences: Sentence[]): HTMLElement[] {
  const translation: Translation = { lang, title: sentence(0), sentences, glossary: [] };
  act(() => render(<Bilingual translation={translation} />, document.body));
  return [...document.querySelectorAll<HTMLElement>(".pair")];
}

const marked = () => [...document.querySelectorAll(".pair-active")].map((pair) => pair.textContent);

beforeEach(() => loadMessages(["en"]));
afterEach(() => act(() => render(null, document.body)));

test("focus marks a sentence and its twin, and only these, until it goes", () => {
  const [, second] = show("ar", [sentence(1), sentence(2)]);
  expect(second?.tabIndex).toBe(0);
  act(() => second?.focus());
  expect(marked()).toEqual(["الجملة 2.Sentence 2."]);
  act(() => second?.blur());
  expect(marked()).toEqual([]);
});

test("pointing at one marks both", () => {
  const [first] = show("ar", [sentence(1), sentence(2)]);
  act(() => void first?.dispatchEvent(new Event("pointerenter")));
  expect(marked()).toEqual(["الجملة 1.Sentence 1."]);
  act(() => void document.querySelector(".bilingual")?.dispatchEvent(new Event("pointerleave")));
  expect(marked()).toEqual([]);
});

test("each text runs in its own direction; a kept original says why in ours", () => {
  const [first, second] = show("ar", [
    sentence(1),
    sentence(2, { target: null, state: "kept_original", reason: "denial_lost" }),
  ]);
  const target = first?.querySelector<HTMLElement>(".pair-target");
  expect([target?.dir, target?.lang]).toEqual(["rtl", "ar"]);
  expect(first?.querySelector<HTMLElement>(".pair-source")?.dir).toBe("ltr");
  expect(second?.querySelector(".kept")?.textContent).toContain("lost a “not”");
});

test("a term in other words is named; a card stored without the field still shows", () => {
  const old = sentence(2);
  delete (old as Partial<Sentence>).other_terms;
  const [first, second] = show("zh-CN", [sentence(1, { other_terms: ["margin notes"] }), old]);
  expect(first?.querySelector(".other-terms")?.textContent).toContain("margin notes");
  expect(second?.querySelector(".other-terms")).toBeNull();
});
