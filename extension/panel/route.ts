/** What the panel shows: a paper (to be glossed or opened), a stored card, or the list of saved papers. */
export type Route = { show: "paper"; paper: string } | { show: "card"; id: string } | { show: "saved" };

/** `?paper=2503.20680`, `?card=…`; without either the list. */
export function routeOf(search: string): Route {
  const query = new URLSearchParams(search);
  const paper = query.get("paper");
  if (paper) return { show: "paper", paper };
  const id = query.get("card");
  return id ? { show: "card", id } : { show: "saved" };
}

/** The address that opens the same thing again after a reload. */
export function searchOf(route: Route): string {
  if (route.show === "paper") return `?${new URLSearchParams({ paper: route.paper })}`;
  return route.show === "card" ? `?${new URLSearchParams({ card: route.id })}` : "?";
}
