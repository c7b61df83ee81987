import { JSDOM } from "jsdom";
import { beforeEach, describe, expect, test } from "vitest";
import { textOf, wholeFormulas } from "../../../extension/arxiv/page-text";
import { hasRecorded, recordedPage } from "../support/recorded";

let page: Document;

function open(html: string): void {
  const { window } = new JSDOM(html, { contentType: "text/html" });
  page = window.document;
  Object.assign(globalThis, { Node: window.Node, Element: window.Element });
}

/** The text from the beginning of an element to the end of it or of another. */
function text(first: string, last = first): string {
  const range = page.createRange();
  const [from, to] = [page.querySelector(first), page.querySelector(last)];
  if (!from || !to) throw new Error(`no ${first} or ${last}`);
  range.setStart(from, 0);
  range.setEnd(to, to.childNodes.length);
  return textOf(wholeFormulas(range));
}

const math = (tex: string, inner = "<mi>x</mi>") => `<math alttext="${tex}">${inner}</math>`;

describe("small pages", () => {
  test("formulas are LaTeX, whatever the browser shows of them", () => {
    open(`<p>Let ${math("x^{2}", "<msup><mi>x</mi><mn>2</mn></msup>")} be  \n given.</p>`);
    expect(text("p")).toBe("Let $x^{2}$ be given.");
  });

  test("an annotation goes before the alternative text, and a comment of TeX's goes", () => {
    const source =
      '<semantics><mi>x</mi><annotation encoding="application/x-tex">a%\n b</annotation></semantics>';
    open(`<p>${math("other", source)} at 50${math("\\%")}</p>`);
    expect(text("p")).toBe("$a b$ at 50$\\%$");
  });

  test("two formulas side by side stay two", () => {
    open(`<p>${math("a")}${math("b")}</p>`);
    expect(text("p")).toBe("$a$ $b$");
  });

  test("a formula without source keeps its characters", () => {
    open("<p>so <math><mi>x</mi><mo>=</mo><mn>1</mn></math> holds</p>");
    expect(text("p")).toBe("so x=1 holds");
  });

  test("what MathJax 2 draws is read from its script", () => {
    open('<p>a <span class="MathJax">drawn</span><script type="math/tex">\\beta</script> b</p>');
    expect(text("p")).toBe("a $\\beta$ b");
  });

  test("KaTeX is read from its annotation", () => {
    open(
      '<p>a <span class="katex"><span><math><semantics><mi>c</mi><annotation encoding="application/x-tex">c^2' +
        '</annotation></semantics></math></span><span aria-hidden="true">c2</span></span></p>',
    );
    expect(text("p")).toBe("a $c^2$");
  });

  test("paragraphs, list items and cells are apart, lines are not", () => {
    open(
      "<div><p>One<br>goes on.</p><ul><li>Two.</li><li>Three.</li></ul><table><tr><td>4</td><td>5</td></tr></table></div>",
    );
    expect(text("div")).toBe("One goes on.\n\nTwo.\n\nThree.\n\n4 5");
  });

  test("a displayed formula does not end the sentence around it", () => {
    open(
      '<div class="ltx_para"><p class="ltx_p">We have</p><table class="ltx_equation ltx_eqn_table"><tbody>' +
        `<tr class="ltx_eqn_row"><td class="ltx_eqn_cell">${math("a=b")}</td></tr></tbody></table>` +
        '<p class="ltx_p">where a is b.</p></div><div class="ltx_para"><p class="ltx_p">Next.</p></div>',
    );
    expect(text(".ltx_para", ".ltx_para:last-child")).toBe("We have $a=b$ where a is b.\n\nNext.");
  });

  test("a footnote is left out where it hangs, and read where it is what is selected", () => {
    open(
      '<p>Text<span class="ltx_note"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer">' +
        '<span class="ltx_note_content"><sup class="ltx_note_mark">1</sup>A note.</span></span></span> on.</p>',
    );
    expect(text("p")).toBe("Text on.");
    expect(text(".ltx_note_content")).toBe("A note.");
  });

  test("half a formula is taken whole", () => {
    open(`<p>Let ${math("x+y", "<mi id='x'>x</mi><mo>+</mo><mi id='y'>y</mi>")} be.</p>`);
    expect(text("#x")).toBe("$x+y$");
    const range = page.createRange();
    range.setStart(page.querySelector("p")?.firstChild as Node, 1);
    range.setEnd(page.querySelector("#x") as Node, 0);
    expect(textOf(wholeFormulas(range))).toBe("et $x+y$");
  });

  test("our own buttons, scripts and unseen signs are no text", () => {
    open('<p>a\u00adb<script>1</script> <span class="papergloss-entry">[PaperGloss]</span>c\u200b</p>');
    expect(text("p")).toBe("ab c");
  });
});

describe.skipIf(!hasRecorded)("recorded HTML papers of three generations", () => {
  test.each(["1706.03762v7", "2012.02201_gen2023-08", "1707.08043v1"])("every formula of %s", (name) => {
    open(recordedPage(`html/${name}.html`));
    const paragraphs = [...page.querySelectorAll(".ltx_para")];
    let formulas = 0;
    for (const paragraph of paragraphs) {
      const range = page.createRange();
      range.selectNodeContents(paragraph);
      const said = textOf(range);
      const shown = [...paragraph.querySelectorAll("math")].filter((one) => !one.closest(".ltx_note_outer"));
      expect(said.match(/(?<!\\)\$[^$]+(?<!\\)\$/g)?.length ?? 0).toBe(shown.length);
      expect(said).not.toMatch(/[\u2061-\u2064\ue000\ue001]|\s\s(?!\S)/);
      formulas += shown.length;
    }
    expect(formulas).toBeGreaterThan(90);
  });

  describe("Attention Is All You Need", () => {
    beforeEach(() => open(recordedPage("html/1706.03762v7.html")));

    test("a paragraph with formulas in it", () => {
      expect(text("#S3\\.SS2\\.SSS1\\.p1 .ltx_p")).toMatch(
        /^We call our particular attention "Scaled Dot-Product Attention".* dimension \$d_\{k\}\$, and values of dimension \$d_\{v\}\$\./,
      );
    });

    test("a selection over paragraphs and an equation", () => {
      const said = text("#S3\\.SS2\\.SSS1\\.p2", "#S3\\.SS2\\.SSS1\\.p3").split("\n\n");
      expect(said).toHaveLength(2);
      expect(said[1]).toContain("$\\mathrm{Attention}(Q,K,V)=");
    });
  });
});
