/**
 * Text of a page as a reader sees it, formulas as `$LaTeX$`: LaTeXML's, MathML with its source in an
 * annotation, and MathJax's scripts. An empty line stands between paragraphs.
 */

/** By attribute, as a page without a doctype takes arXiv's own class `mathjax` for `.MathJax`. */
const FORMULA = "math, mjx-container, [class~='MathJax'], .katex";
/** What no reader sees in the text, or sees as a part of the page around it. */
const NOT_TEXT =
  "script:not([type^='math/tex']), style, noscript, template, button, select, [hidden], .ltx_rdf, " +
  ".ltx_note_mark, .ltx_note_type, .ltx_tag_note, .ltx_ERROR, " +
  "[class~='MathJax_Preview'], mjx-assistive-mml, #papergloss-button, .papergloss-entry";
/** A footnote's text hangs over its mark until it is asked for. */
const FOOTNOTE = ".ltx_note_outer";
const BLOCK =
  "p, div, li, dd, dt, h1, h2, h3, h4, h5, h6, blockquote, figcaption, figure, section, article, tr, table, " +
  "ul, ol, dl, pre, header, footer, main, aside, .ltx_para, .ltx_caption";
/** LaTeXML cuts a paragraph at each displayed formula, though the sentence goes on across it. */
const NO_BREAK =
  ".ltx_p, .ltx_eqn_table, .ltx_eqn_table *, .ltx_equation, .ltx_equation *, .ltx_eqn_row, .ltx_eqn_cell";

const BREAK = "\u2029";
/** Private characters around a formula, so that two side by side stay two. */
const OPEN = "\ue000";
const CLOSE = "\ue001";

/** The range, widened to whole formulas at its two ends. */
export function wholeFormulas(range: Range): Range {
  const wide = range.cloneRange();
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first) wide.setStartBefore(first);
  if (last) wide.setEndAfter(last);
  return wide;
}

/** The block in which a node stands: its paragraph, its list item, its caption. */
export function blockOf(node: Node): Node {
  let element = elementOf(node);
  while (element && (!element.matches(BLOCK) || element.matches(NO_BREAK))) element = element.parentElement;
  return element ?? node;
}

/** The text of a range, an empty line between paragraphs. */
export function textOf(range: Range): string {
  const inFootnote = elementOf(range.commonAncestorContainer)?.closest(FOOTNOTE) !== null;
  const home = range.cloneContents();
  const said = [...home.childNodes].map((node) => read(node, inFootnote)).join("");
  return said
    .replaceAll(CLOSE + OPEN, " ")
    .replace(/[\u00ad\u200b-\u200d\ufeff\ue000\ue001]/g, "")
    .split(BREAK)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n\n");
}

function read(node: Node, inFootnote: boolean): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  if (!(node instanceof Element)) return "";
  if (node.matches("script[type^='math/tex']")) return formula(node.textContent);
  if (node.matches(NOT_TEXT) || (!inFootnote && node.matches(FOOTNOTE))) return "";
  if (node.matches(FORMULA)) return readFormula(node);
  if (node.localName === "br") return " ";
  const inner = [...node.childNodes].map((child) => read(child, inFootnote)).join("");
  if (node.matches("td, th") || node.matches(NO_BREAK)) return ` ${inner} `;
  return node.matches(BLOCK) ? BREAK + inner + BREAK : inner;
}

/** A formula's LaTeX, or its characters where the page does not tell it. */
function readFormula(element: Element): string {
  // MathJax 2 puts the source into a script beside what it draws.
  if (element.matches("[class~='MathJax']")) return "";
  const math = element.matches("math") ? element : element.querySelector("math");
  const source =
    math?.querySelector('annotation[encoding="application/x-tex"]')?.textContent ??
    math?.getAttribute("alttext");
  return formula(source) || (math ?? element).textContent || "";
}

/** Between dollar signs, on one line; a comment of TeX's ends with its line. */
function formula(source: string | null | undefined): string {
  const tex = (source ?? "")
    .replace(/(?<!\\)%[^\n]*(\n|$)/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<!\\)\$/g, "");
  return tex && `${OPEN}$${tex}$${CLOSE}`;
}

function formulaAround(node: Node): Element | null {
  const inner = elementOf(node)?.closest(FORMULA) ?? null;
  return inner?.parentElement?.closest(FORMULA) ?? inner;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
