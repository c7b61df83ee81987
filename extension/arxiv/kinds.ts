/** What a page of arXiv shows, by the first part of its path. */
export type Kind = "abstract" | "pdf" | "html" | "listing" | "catchup" | "search" | "author" | "other";

const KINDS: Partial<Record<string, Kind>> = {
  abs: "abstract",
  pdf: "pdf",
  html: "html",
  list: "listing",
  catchup: "catchup",
  search: "search",
  a: "author",
};

/** The kind of the page at a path of arXiv's. */
export function kindOf(path: string): Kind {
  const first = path.split("/")[1] ?? "";
  return (Object.hasOwn(KINDS, first) && KINDS[first]) || "other";
}
