// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Term } from "../../../extension/shared/api";
import { Glossary } from "../../../extension/ui/card/Glossary";
import { loadMessages } from "../../../extension/ui/i18n";

const show = (terms: Term[], lang = "zh-CN") =>
  act(() => render(<Glossary terms={terms} lang={lang} />, document.body));

beforeEach(() => loadMessages(["en"]));
afterEach(() => act(() => render(null, document.body)));

test("the terms stand folded, each with its wording and where that came from", () => {
  show([
    { source: "margin note", target: "旁注", origin: "paper" },
    { source: "token", target: "词元", origin: "user" },
    { source: "LoRA", target: "LoRA", origin: "field" },
  ]);
  expect(document.querySelector("details")?.open).toBe(false);
  expect(document.querySelector("summary")?.textContent).toBe("Terms of this translation (3)");
  const rows = [...document.querySelectorAll("dl > div")];
  expect(rows.map((row) => row.textContent)).toEqual([
    "margin note旁注",
    "token词元from your list",
    "LoRALoRAkept in English",
  ]);
  expect(rows.map((row) => row.querySelector("dd span")?.getAttribute("lang"))).toEqual([
    "zh-CN",
    "zh-CN",
    "en",
  ]);
});

test("a right-to-left wording runs its own way", () => {
  show([{ source: "attention", target: "الانتباه", origin: "paper" }], "ar");
  expect(document.querySelector<HTMLElement>("dd span")?.dir).toBe("rtl");
  expect(document.querySelector("dt")?.dir).toBe("ltr");
});

test("without terms there is nothing to unfold", () => {
  show([]);
  expect(document.querySelector("details")).toBeNull();
});
