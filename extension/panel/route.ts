/** What the panel shows: a paper (to be glossed or opened), a stored card, which of several, or the list of saved papers. */
export type Route =
  | { show: "paper"; paper: string }
  | { show: "card"; id: string }
  | { show: "choose"; papers: Choice[] }
  | { show: "saved" };

/** A paper that a page names, and how it is called there (may be empty). */
export interface Choice {
  paper: string;
  label: string;
}

/** `?paper=2503.20680`, `?card=…`, `?choose=2503.20680 Title` for each of several; without them the list. */
export function routeOf(search: string): Route {
  const query = new URLSearchParams(search);
  const paper = query.get("paper");
  if (paper) return { show: "paper", paper };
  const several = query.getAll("choose");
  if (several.length > 0) return { show: "choose", papers: several.map(choiceOf) };
  const id = query.get("card");
  return id ? { show: "card", id } : { show: "saved" };
}

/** The address that opens the same thing again after a reload. */
export function searchOf(route: Route): string {
  if (route.show === "paper") return `?${new URLSearchParams({ paper: route.paper })}`;
  if (route.show === "choose")
    return `?${new URLSearchParams(route.papers.map(({ paper, label }) => ["choose", `${paper} ${label}`]))}`;
  return route.show === "card" ? `?${new URLSearchParams({ card: route.id })}` : "?";
}

function choiceOf(text: string): Choice {
  const [paper = "", ...label] = text.split(" ");
  return { paper, label: label.join(" ") };
}
