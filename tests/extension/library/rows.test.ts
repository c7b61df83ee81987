import { expect, test } from "vitest";
import { between, HEADING, heightOf, LINE, runsOf, topOf } from "../../../extension/library/rows";

const GROUPS = [
  { key: "2026-11-22", count: 3 },
  { key: "2026-11-21", count: 1 },
  { key: "", count: 50_000 },
];

test("without groups the lines stand one under the other", () => {
  const runs = runsOf(50_000, null);
  expect(heightOf(runs)).toBe(50_000 * LINE);
  expect(topOf(runs, 49_999)).toBe(49_999 * LINE);
  expect(between(runs, 10 * LINE, 20 * LINE)).toMatchObject({ first: 10, end: 20 });
});

test("every group has room for its heading", () => {
  const runs = runsOf(50_004, GROUPS);
  expect(heightOf(runs)).toBe(3 * HEADING + 50_004 * LINE);
  expect([0, 2, 3, 4].map((index) => topOf(runs, index))).toEqual([
    HEADING,
    HEADING + 2 * LINE,
    2 * HEADING + 3 * LINE,
    3 * HEADING + 4 * LINE,
  ]);
});

test("every line that is seen is drawn, and few others", () => {
  const runs = runsOf(50_004, GROUPS);
  for (let top = -200; top < heightOf(runs); top += 1_234.5) {
    const { first, end } = between(runs, top, top + 700);
    for (const index of [first - 1, end])
      if (index >= 0 && index < 50_004)
        expect(topOf(runs, index) + LINE <= Math.max(0, top) || topOf(runs, index) >= top + 700).toBe(true);
    expect(end - first).toBeLessThanOrEqual(Math.ceil(700 / LINE) + 1);
  }
});

test("an empty list draws nothing", () => {
  expect(between(runsOf(0, null), 0, 700)).toMatchObject({ first: 0, end: 0 });
  expect(between(runsOf(0, []), 0, 700)).toMatchObject({ first: 0, end: 0 });
});
