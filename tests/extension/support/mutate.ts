/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Change = (element: Element, other: Element) => void;

const attribute = (element: Element): string =>
  ["class", "id", "href", "title"].find((name) => element.hasAttribute(name)) ?? "class";

/** What a new template of arXiv's, or a broken one, could do to an element. */
const CHANGES: readonly Change[] = [
  (element) => element.remove(),
  (element) => element.replaceWith(...element.childNodes),
  (element) => element.removeAttribute(attribute(element)),
  (element) => element.setAttribute(attribute(element), "ds-new"),
  (element) => element.setAttribute("href", "https://[broken"),
  (element) => element.setAttribute("href", "/abs/2503.20680v2"),
  (element) => element.after(element.cloneNode(true)),
  (element) => element.append(element.cloneNode(true)),
  (element) => element.replaceChildren(),
  (element) => element.prepend("\u0000\u202e<dl>"),
  (element, other) => {
    if (!element.contains(other)) other.prepend(element);
  },
  (element, other) => {
    for (const name of ["class", "id"]) element.setAttribute(name, other.getAttribute(name) ?? "");
  },
  (element) => {
    const renamed = element.ownerDocument.createElement("section");
    for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
    renamed.append(...element.childNodes);
    element.replaceWith(renamed);
  },
  (element) => {
    const drawing = element.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "a");
    drawing.setAttribute("href", element.getAttribute("href") ?? "/abs/1");
    element.replaceWith(drawing);
  },
];

/** A tree of which changed copies are made. */
export interface Original {
  body: Element;
  /** Where in the order of its elements the interesting ones stand: to select them in every copy takes longer. */
  interesting: readonly number[];
}

export function original(body: Element, interesting: string): Original {
  const wanted = new Set(body.querySelectorAll(interesting));
  return { body, interesting: elementsOf(body).flatMap((element, n) => (wanted.has(element) ? [n] : [])) };
}

/** A copy for `document`, changed in up to eight places, the interesting ones more often than others. */
export function mutated(from: Original, document: Document, random: () => number): Element {
  const body = document.importNode(from.body, true);
  const all = elementsOf(body);
  const pick = <T>(items: ArrayLike<T>): T | undefined => items[Math.floor(random() * items.length)];
  const interesting = from.interesting.flatMap((n) => all[n] ?? []);
  for (let left = 1 + Math.floor(random() * 8); left > 0; left -= 1) {
    const places = random() < 0.6 ? interesting : all;
    const element = pick(places);
    const other = pick(places);
    if (element && other) pick(CHANGES)?.(element, other);
  }
  return body;
}

function elementsOf(body: Element): Element[] {
  return [...body.getElementsByTagName("*")];
}
