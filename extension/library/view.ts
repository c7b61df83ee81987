import type { LibraryQuery } from "../shared/api";

/** What of the library is listed, and how; it stands in the page's address. */
export interface View {
  q: string;
  sort: LibraryQuery["sort"];
  group: LibraryQuery["group"];
  trash: boolean;
}

export const SORTS = ["relevance", "saved", "opened", "glossed", "title", "author", "year"] as const;
export const GROUPS = ["day", "tag", "category"] as const;

/** `?q=…&sort=…&group=…&trash=1&paper=…` */
export function viewOf(search: string): View {
  const query = new URLSearchParams(search);
  return {
    q: query.get("q") ?? "",
    sort: SORTS.find((sort) => sort === query.get("sort")) ?? null,
    group: GROUPS.find((group) => group === query.get("group")) ?? null,
    trash: query.has("trash"),
  };
}

export function searchOf({ q, sort, group, trash }: View, paper: string | null): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (sort) query.set("sort", sort);
  if (group) query.set("group", group);
  if (trash) query.set("trash", "1");
  if (paper) query.set("paper", paper);
  return `?${query}`;
}

/** Minutes that the reader's clock is ahead of UTC. */
export function utcOffset(): number {
  return -new Date().getTimezoneOffset();
}
