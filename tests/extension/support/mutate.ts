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

/** Changes a tree in up to eight places, the interesting ones (`around`) more often than others. */
export function mutate(body: Element, around: readonly string[], random: () => number): void {
  const pick = <T>(items: ArrayLike<T>): T | undefined => items[Math.floor(random() * items.length)];
  for (let left = 1 + Math.floor(random() * 8); left > 0; left -= 1) {
    const places = random() < 0.6 ? body.querySelectorAll(around.join()) : body.querySelectorAll("*");
    const element = pick(places);
    const other = pick(places);
    if (element && other) pick(CHANGES)?.(element, other);
  }
}
