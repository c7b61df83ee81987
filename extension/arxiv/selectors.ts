/**
 * The places on arXiv's abstract page that we rely on. How often each one occurs on the recorded
 * pages is written in tests/cases/abstract_page_selectors.json, so that a change of arXiv's markup
 * shows as a failing row.
 */
export const SELECTORS = {
  accessList: ".extra-services .full-text ul",
  accessBox: ".extra-services .full-text",
  services: ".extra-services",
  abstract: "#abs blockquote.abstract",
  title: "#abs h1.title",
} as const;

/** Where a link of ours goes, best place first: into a list of links, into a box, or after a block. */
export const LINK_HOOKS: readonly (readonly [selector: string, how: "item" | "inside" | "after"])[] = [
  [SELECTORS.accessList, "item"],
  [SELECTORS.accessBox, "inside"],
  [SELECTORS.services, "inside"],
  [SELECTORS.abstract, "after"],
  [SELECTORS.title, "after"],
];

/** The two kinds of lists, by what marks an entry; the other selectors search inside it. */
export const ENTRIES = [
  {
    entry: "dl#articles > dt",
    links: null,
    link: 'a[href*="/abs/"]',
    title: ".list-title",
    abstract: "p.mathjax",
  },
  {
    entry: "li.arxiv-result",
    links: ".list-title",
    link: '.list-title a[href*="/abs/"]',
    title: "p.title",
    abstract: ".abstract-full",
  },
] as const;
