/**
 * Every place on arXiv's pages that we rely on. How often each one occurs on the recorded pages is
 * written in tests/cases/page_selectors.json, so that a change of arXiv's markup shows as a failing row.
 */
export const SELECTORS = {
  accessList: ".extra-services .full-text ul",
  accessBox: ".extra-services .full-text",
  services: ".extra-services",
  abstract: "#abs blockquote.abstract",
  title: "#abs h1.title",
  htmlPdfLink: '.html-header-nav > a.header-button[href*="/pdf/"]',
  htmlNav: ".html-header-nav",
  listEntry: "dl#articles > dt",
  searchResult: "li.arxiv-result",
} as const;

/** Where the button of a page about one paper can go, and in which dress. */
interface Hook {
  selector: string;
  how: "append" | "after";
  tag: "li" | "p" | "span";
  /** arXiv's own classes for the links there. */
  link: string;
}

/** The best place first. No page has places of two kinds of pages. */
export const PAPER_HOOKS: readonly Hook[] = [
  { selector: SELECTORS.accessList, how: "append", tag: "li", link: "abs-button" },
  { selector: SELECTORS.accessBox, how: "append", tag: "p", link: "abs-button" },
  { selector: SELECTORS.services, how: "append", tag: "p", link: "abs-button" },
  { selector: SELECTORS.abstract, how: "after", tag: "p", link: "abs-button" },
  { selector: SELECTORS.title, how: "after", tag: "p", link: "abs-button" },
  { selector: SELECTORS.htmlPdfLink, how: "after", tag: "span", link: "header-button hover-effect" },
  { selector: SELECTORS.htmlNav, how: "append", tag: "span", link: "header-button hover-effect" },
];

/** The two kinds of lists, by what marks an entry; the other selectors search inside it. */
export const ENTRIES = [
  {
    entry: SELECTORS.listEntry,
    links: null,
    link: 'a[href*="/abs/"]',
    title: ".list-title",
    abstract: "p.mathjax",
  },
  {
    entry: SELECTORS.searchResult,
    links: ".list-title",
    link: '.list-title a[href*="/abs/"]',
    title: "p.title",
    abstract: ".abstract-full",
  },
] as const;
