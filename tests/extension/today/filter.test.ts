import { expect, test } from "vitest";
import type { ListedPaper } from "../../../extension/shared/api";
import { AT_FIRST, counts, type Filter, idOf, shown } from "../../../extension/today/filter";

const paper = (name: string, more: Partial<ListedPaper> = {}) =>
  ({ paper: `${name}v1`, section: "new", followed: [], state: null, ...more }) as ListedPaper;

const PAPERS = [
  paper("2501.00001", { followed: ["diffusion"] }),
  paper("2501.00002", { section: "cross", state: "to_read" }),
  paper("2501.00003", { section: "replaced", followed: ["Noether"] }),
  paper("2501.00004", { state: "dropped" }),
  paper("hep-th/9901001", { section: null }),
];

const names = (filter: Partial<Filter>, decided: [string, "dropped" | "to_read" | null][] = []) =>
  shown(PAPERS, { ...AT_FIRST, ...filter }, new Map(decided)).map((one) => idOf(one.paper));

test("at first replacements and what was dropped before are not shown", () => {
  expect(names({})).toEqual(["2501.00001", "2501.00002", "hep-th/9901001"]);
});

test.each<[string, Partial<Filter>, string[]]>([
  ["a section", { sections: ["replaced"] }, ["2501.00003", "hep-th/9901001"]],
  ["what is followed", { followed: true }, ["2501.00001"]],
  ["what was dropped", { dropped: true }, ["2501.00001", "2501.00002", "2501.00004", "hep-th/9901001"]],
])("only or also %s", (_name, filter, wanted) => {
  expect(names(filter)).toEqual(wanted);
});

test("what is decided now stays in its place, whatever was decided", () => {
  expect(names({}, [["2501.00001", "dropped"]])).toContain("2501.00001");
  expect(names({}, [["2501.00004", "to_read"]])).toContain("2501.00004");
  expect(names({}, [["2501.00004", null]])).toContain("2501.00004");
});

test("each choice says how many papers it is about", () => {
  expect(counts(PAPERS)).toEqual({ new: 2, cross: 1, replaced: 1, followed: 2, dropped: 1 });
});
