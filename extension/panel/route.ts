/** What the panel shows: a paper (to be glossed or opened), a stored card, which of several, several together, or the list of saved papers. */
export type Route =
  | { show: "paper"; paper: string; kind?: "deep" }
  | { show: "card"; id: string }
  | { show: "choose"; papers: Choice[] }
  | { show: "compare"; papers: string[] }
  | { show: "saved" };

/** A paper that a page names, and how it is called there (may be empty). */
export interface Choice {
  paper: string;
  label: string;
}

/** `?paper=2503.20680` (with `&kind=deep` its deep read), `?card=…`, `?choose=2503.20680 Title` and `?compare=2503.20680` for each of several; without them the list. */
export function routeOf(search: string): Route {
  const query = new URLSearchParams(search);
  const paper = query.get("paper");
  if (paper)
    return query.get("kind") === "deep" ? { show: "paper", paper, kind: "deep" } : { show: "paper", paper };
  const compared = query.getAll("compare");
  if (compared.length > 0) return { show: "compare", papers: compared };
  const several = query.getAll("choose");
  if (several.length > 0) return { show: "choose", papers: several.map(choiceOf) };
  const id = query.get("card");
  return id ? { show: "card", id } : { show: "saved" };
}

/** The address that opens the same thing again after a reload. */
export function searchOf(route: Route): string {
  if (route.show === "paper") {
    const { paper, kind } = route;
    return `?${new URLSearchParams(kind ? { paper, kind } : { paper })}`;
  }
  if (route.show === "compare")
    return `?${new URLSearchParams(route.papers.map((paper) => ["compare", paper]))}`;
  if (route.show === "choose")
    return `?${new URLSearchParams(route.papers.map(({ paper, label }) => ["choose", `${paper} ${label}`]))}`;
  return route.show === "card" ? `?${new URLSearchParams({ card: route.id })}` : "?";
}

function choiceOf(text: string): Choice {
  const [paper = "", ...label] = text.split(" ");
  return { paper, label: label.join(" ") };
}
