import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { SELECTORS } from "../../../extension/arxiv/selectors";
import { cases, hasRecorded, recordedPage } from "../support/recorded";

type Counts = Record<keyof typeof SELECTORS, number>;
const expected = cases<Record<string, Counts>>("abstract_page_selectors.json");

describe.skipIf(!hasRecorded)("selectors on recorded pages (PAPERGLOSS_DATA)", () => {
  test.each(Object.entries(expected))("%s", (name, counts) => {
    const { document } = new JSDOM(recordedPage(name)).window;
    const found = Object.entries(SELECTORS).map(([key, selector]) => [
      key,
      document.querySelectorAll(selector).length,
    ]);
    expect(Object.fromEntries(found)).toEqual(counts);
  });
});
