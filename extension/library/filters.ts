/** A filter of the search box for one whole name. */
export function quoted(filter: "tag" | "in", name: string): string {
  return `${filter}:"${name.replaceAll('"', "")}"`;
}
