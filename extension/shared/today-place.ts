/** Papers of a page of arXiv's, to be decided on one by one. */
export interface Place {
  papers: string[];
  /** The page's own. */
  title: string;
  /** Under which their glosses are found again. */
  label: string;
}

/** The address of the page that shows them; without a place, that of the day's papers. */
export function todayPath(place?: Place): string {
  const query = place && new URLSearchParams({ ...place, papers: place.papers.join(",") });
  return `/today/today.html${query ? `?${query}` : ""}`;
}

/** The place in an address; null for the day's papers. */
export function placeOf(search: string): Place | null {
  const query = new URLSearchParams(search);
  const papers = (query.get("papers") ?? "").split(",").filter(Boolean);
  if (papers.length === 0) return null;
  return { papers, title: query.get("title") ?? "", label: query.get("label") ?? "" };
}
