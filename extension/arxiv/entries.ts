import { paperOfPath } from "./paths";
import { ENTRIES } from "./selectors";

/** One paper of a list: of a listing, the search results, an author's page or a catch-up. */
export interface Entry {
  /** As the page names it, with the version where it names one: `2503.20680`, `hep-th/9901001v2`. */
  id: string;
  /** What arXiv shows of the paper, the line with its links aside where that is an element of its own. */
  element: Element;
  /** The line with the id and the links to the paper. */
  linksElement: Element;
  titleElement: Element | null;
  /** Null where the page shows titles only. */
  abstractElement: Element | null;
}

/** The papers that the page lists, in its order; a paper that it names twice comes twice. */
export function* listedEntries(root: ParentNode): Generator<Entry> {
  for (const kind of ENTRIES) {
    for (const head of root.querySelectorAll(kind.entry)) {
      const id = paperOf(head, kind);
      if (id === null) continue;
      const next = head.nextElementSibling;
      const element = next?.tagName === "DD" ? next : head;
      yield {
        id,
        element,
        linksElement: (kind.links ? head.querySelector(kind.links) : null) ?? head,
        titleElement: element.querySelector(kind.title),
        abstractElement: element.querySelector(kind.abstract),
      };
    }
  }
}

function paperOf(head: Element, { entry, link }: (typeof ENTRIES)[number]): string | null {
  const anchor = head.querySelector<HTMLAnchorElement>(link);
  // The link of an entry inside this one is not this one's; a drawing's link has no path.
  return anchor?.closest(entry) === head ? paperOfPath(String(anchor.pathname)) : null;
}
