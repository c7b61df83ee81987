// @vitest-environment jsdom
import { expect, test } from "vitest";
import { typeset } from "../../../extension/ui/typeset";

function set(tex: string): HTMLElement {
  const box = document.createElement("div");
  box.append(typeset(tex) ?? "");
  return box;
}

test("a formula becomes MathML that keeps its source for screen readers and copying", () => {
  const box = set("\\frac{a}{b^2}");
  expect(box.querySelectorAll("math mfrac")).toHaveLength(1);
  expect(box.querySelector("annotation")?.textContent).toBe("\\frac{a}{b^2}");
});

test.each([
  ["\\mathbb{RF1}", "ℝ𝔽𝟙"],
  ["\\mathcal{LA}", "ℒ𝒜"],
  ["\\mathfrak{gC}", "𝔤ℭ"],
  ["\\mathbf{x2}", "𝐱𝟐"],
  ["\\mathsf{A}", "𝖠"],
  ["\\mathtt{a}", "𝚊"],
  ["\\mathrm{loss}", "loss"],
])("%s is drawn in its own letters", (tex, letters) => {
  const box = set(tex);
  for (const source of box.querySelectorAll("annotation")) source.remove();
  expect(box.textContent).toBe(letters);
});

test.each(["\\frac{", "\\notacommand", "x^2^3"])("%s is not TeX and stays as it was written", (tex) => {
  expect(typeset(tex)).toBeNull();
});

test.each([
  "\\href{javascript:alert(1)}{x}",
  "\\url{javascript:alert(1)}",
  "\\includegraphics{https://a.org/x.png}",
  "\\htmlStyle{position:fixed}{x}",
  "\\htmlData{a=b}{x}",
  "\\text{<img src=x onerror=alert(1)>}",
])("%s brings no markup of its own", (tex) => {
  expect(set(tex).querySelectorAll("a, img, script, style, [href], [src], [style], [data-a]")).toHaveLength(
    0,
  );
});

test("a macro that doubles itself without end is given up", () => {
  expect(typeset("\\def\\a{\\a\\a}\\a")).toBeNull();
});
