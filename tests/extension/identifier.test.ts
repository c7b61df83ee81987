import { describe, expect, it } from "vitest";
import { idWithVersion, parseArxivId } from "../../extension/arxiv/identifier";
import table from "../cases/identifiers.json" with { type: "json" };

const valid = table.valid as [text: string, id: string, version: number | null][];

describe("arXiv identifiers, the table that the Python twin shares", () => {
  it.each(valid)("reads %j", (text, id, version) => {
    const found = parseArxivId(text);
    expect(found).toEqual({ id, version });
    if (found !== null) expect(parseArxivId(idWithVersion(found))).toEqual(found);
  });

  it.each(table.invalid)("refuses %j", (text) => {
    expect(parseArxivId(text)).toBeNull();
  });

  it("answers at once to hostile input", () => {
    for (const text of ["[".repeat(2048), "a-".repeat(1024), ".".repeat(100_000), "\ud800", "%"]) {
      expect(parseArxivId(text)).toBeNull();
    }
  });
});
