import { expect, test } from "vitest";
import { dayOf, isWeekend, nextDay } from "../../../extension/today/days";

test.each([
  ["2026-11-20", -1, "2026-11-19"],
  ["2026-11-20", 1, "2026-11-23"],
  ["2026-11-23", -1, "2026-11-20"],
  ["2026-11-22", -1, "2026-11-20"],
  ["2026-03-02", -1, "2026-02-27"],
] as const)("the day beside %s (%i) on which arXiv may announce is %s", (day, step, wanted) => {
  expect(nextDay(day, step)).toBe(wanted);
});

test.each([
  ["2026-11-20", false],
  ["2026-11-21", true],
  ["2026-11-22", true],
  ["2026-11-23", false],
])("%s is a weekend: %s", (day, wanted) => {
  expect(isWeekend(day)).toBe(wanted);
});

test.each([
  ["?day=2026-11-20", "2026-11-20"],
  ["?day=2026-13-40", null],
  ["?day=yesterday", null],
  ["", null],
])("the day of the address %j is %j", (search, wanted) => {
  expect(dayOf(search)).toBe(wanted);
});
