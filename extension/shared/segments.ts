/** A piece of text on its way into a page; a formula comes set, as MathML. */
export type Segment = { text: string } | { mathml: string; source: string };
