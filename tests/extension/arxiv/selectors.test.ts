import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { listedEntries } from "../../../extension/arxiv/entries";
import { SELECTORS } from "../../../extension/arxiv/selectors";
import { cases, hasRecorded, recordedPage, recordedPages } from "../support/recorded";

type Counts = Record<string, number>;
const expected = cases<Record<string, Counts>>("page_selectors.json");

/** How often each of our places is on a page; what is not there is left out. */
function counts(name: string): Counts {
  const { document } = new JSDOM(recordedPage(name), { url: "https://arxiv.org/" }).window;
  const entries = [...listedEntries(document)];
  const found: [string, number][] = [
    ...Object.entries(SELECTORS).map(([key, selector]): [string, number] => [
      key,
      document.querySelectorAll(selector).length,
    ]),
    ["entries", entries.length],
    ["entriesWithTitle", entries.filter((entry) => entry.titleElement).length],
    ["entriesWithAbstract", entries.filter((entry) => entry.abstractElement).length],
  ];
  return Object.fromEntries(found.filter(([, count]) => count > 0));
}

describe.skipIf(!hasRecorded)("selectors on recorded pages (PAPERGLOSS_DATA)", () => {
  test("every recorded page has its row", () => {
    expect(recordedPages().sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.entries(expected))("%s", (name, row) => {
    expect(counts(name)).toEqual(row);
  });
});
