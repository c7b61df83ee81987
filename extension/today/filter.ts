import type { ListedPaper, PaperEntry } from "../shared/api";

export type State = PaperEntry["state"];
export type Section = NonNullable<ListedPaper["section"]>;
export const SECTIONS = ["new", "cross", "replaced"] as const satisfies readonly Section[];

/** What of a listing is shown. */
export interface Filter {
  sections: readonly Section[];
  /** Only papers with a word or a name that the reader follows. */
  followed: boolean;
  /** Also what was dropped before. */
  dropped: boolean;
}

export const AT_FIRST: Filter = { sections: ["new", "cross"], followed: false, dropped: false };

/** A paper's id without its version: under it a paper is decided on, however the page named it. */
export function idOf(paper: string): string {
  return paper.replace(/v\d+$/, "");
}

/**
 * The papers to show, in their order. What is dropped while the reader looks stays in its place, so that
 * nothing jumps and it can be taken back; `decided` are the ids of these.
 */
export function shown(
  papers: readonly ListedPaper[],
  filter: Filter,
  decided: ReadonlyMap<string, State | null>,
): ListedPaper[] {
  return papers.filter(
    ({ paper, section, followed, state }) =>
      (section === null || filter.sections.includes(section)) &&
      (!filter.followed || followed.length > 0) &&
      (filter.dropped || state !== "dropped" || decided.has(idOf(paper))),
  );
}

/** How many papers each choice is about. */
export function counts(papers: readonly ListedPaper[]): Record<Section | "followed" | "dropped", number> {
  const how = (test: (paper: ListedPaper) => boolean) => papers.filter(test).length;
  return {
    new: how(({ section }) => section === "new"),
    cross: how(({ section }) => section === "cross"),
    replaced: how(({ section }) => section === "replaced"),
    followed: how(({ followed }) => followed.length > 0),
    dropped: how(({ state }) => state === "dropped"),
  };
}
