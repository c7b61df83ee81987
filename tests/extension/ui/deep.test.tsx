// @vitest-environment jsdom
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import type { Card, DeepSection } from "../../../extension/shared/api";
import { blankCard } from "../../../extension/ui/blank-card";
import { DeepRead } from "../../../extension/ui/deep/DeepRead";
import { loadMessages } from "../../../extension/ui/i18n";
import type { StageStates } from "../../../extension/ui/stages";

let root: HTMLElement;

beforeEach(async () => {
  await loadMessages(["en"]);
  document.body.innerHTML = "<main></main>";
  root = document.body.firstElementChild as HTMLElement;
});

function section(name: DeepSection["name"], more: Partial<DeepSection> = {}): DeepSection {
  return { name, heading: "", points: [], draft: "", blocks: [], words: 0, length: null, ...more };
}

function told(text: string): DeepSection["blocks"][number] {
  const check = { status: "supported", detail: null } as const;
  return { kind: "paragraph", claims: [{ text, role: null, check, evidence: [] }] };
}

function show(sections: DeepSection[], stages: StageStates = {}, more: Partial<Card> = {}) {
  const retry = vi.fn();
  const key = {
    paper: "2503.20680v1",
    kind: "deep",
    lang: "en",
    engine: "openai",
    model: "m",
    prompt_version: "1",
    asked: null,
  } as const;
  const card: Card = { ...blankCard(key), deep: { lede: null, sections }, ...more };
  render(<DeepRead card={card} stages={stages} retry={retry} />, root);
  return retry;
}

const running = { state: "running", progress: null, retry: null } as const;

test("a planned section shows its points, one being written its draft, a finished one its sentences", () => {
  show(
    [
      section("motivation", { heading: "Why", blocks: [told("Because.")], words: 1 }),
      section("method", { heading: "How", points: ["a point"], draft: "First.\n\nSecond" }),
      section("limits", { points: ["another point"] }),
    ],
    { motivation: { ...running, state: "done" }, method: running, limits: { ...running, state: "waiting" } },
  );
  expect([...root.querySelectorAll("h2")].map((title) => title.textContent)).toEqual([
    "Why",
    "How",
    "Limits",
  ]);
  expect(root.querySelector("#deep-motivation")?.textContent).toContain("Because.");
  const method = root.querySelector("#deep-method");
  expect(method?.querySelectorAll(".deep-paragraph")).toHaveLength(2);
  expect(method?.textContent).not.toContain("a point");
  expect(root.querySelector("#deep-limits")?.textContent).toContain("another point");
  expect(root.textContent).toContain("About 1 words");
});

test("a section that failed says why and is tried again alone; one that was skipped is not there", () => {
  const problem = {
    stage: "method",
    type: "stream-broken",
    title: "Broken",
    detail: "It broke.",
    hint: "Again.",
  };
  const retry = show(
    [section("method"), section("reading_list"), section("resources")],
    {},
    {
      problems: [problem as Card["problems"][number]],
    },
  );
  expect(root.querySelector("#deep-reading_list")).toBeNull();
  expect(root.querySelector("#deep-resources")?.textContent).toContain("The paper names none.");
  root.querySelector<HTMLButtonElement>("#deep-method button")?.click();
  expect(retry).toHaveBeenCalledWith("method");
});

test("a table keeps its cells, and is shown only where it comes first", () => {
  const table = {
    kind: "table",
    number: "1",
    head: [["Model", "Recall"]],
    rows: [["Ours", "61.5"]],
    page: 4,
  } as const;
  const block = table as unknown as DeepSection["blocks"][number];
  show([
    section("method", { blocks: [told("One."), block], words: 1 }),
    section("experiments", { blocks: [told("Two."), block], words: 1, length: "short" }),
  ]);
  const cells = [...root.querySelectorAll("th, td")].map((cell) => cell.textContent);
  expect(cells).toEqual(["Model", "Recall", "Ours", "61.5"]);
  expect(root.textContent).toContain("Cells read from page 4 by code");
  expect(root.querySelector("#deep-experiments")?.textContent).toContain("shorter than asked");
});

test("a reference and a resource link only to web addresses", () => {
  const reference = { kind: "reference", passage: 9, text: "A. Bell. Columns.", arxiv_id: null, claims: [] };
  show([
    section("reading_list", {
      blocks: [
        { ...reference, address: "https://arxiv.org/abs/2101.00001" },
        { ...reference, address: "javascript:alert(1)" },
      ] as unknown as DeepSection["blocks"],
    }),
  ]);
  expect([...root.querySelectorAll("a")].map((link) => link.href)).toEqual([
    "https://arxiv.org/abs/2101.00001",
  ]);
});

test("a reference that was found by its title says so, and links to arXiv", () => {
  const claims: [] = [];
  const entry = { kind: "reference", passage: 1, text: "K. He. Deep residual learning.", claims } as const;
  const address = "https://arxiv.org/abs/1512.03385";
  show([
    section("reading_list", {
      blocks: [
        { ...entry, arxiv_id: "1512.03385", address, by_title: true },
        { ...entry, arxiv_id: "1512.03385", address, by_title: false },
        { ...entry, arxiv_id: null, address: null, by_title: false },
      ],
    }),
  ]);
  const entries = [...root.querySelectorAll(".deep-entry")];
  expect(entries.map((one) => one.querySelector("a")?.getAttribute("href") ?? null)).toEqual([
    address,
    address,
    null,
  ]);
  expect(entries.map((one) => one.textContent?.includes("found by title"))).toEqual([true, false, false]);
});
