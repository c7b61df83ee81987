// @vitest-environment jsdom
import { afterEach, beforeAll, expect, test } from "vitest";
import { pick } from "../../../extension/content/selection/pick";

beforeAll(() => {
  // jsdom lays nothing out.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.innerHTML = "";
});

function select(html: string, selector: string): void {
  document.body.innerHTML = html;
  const element = document.querySelector(selector);
  if (element) getSelection()?.selectAllChildren(element);
}

const asked = (paper: string | null) => pick(document, { paper }, "translate")?.asked ?? null;

test("the sentences around come with a selection, formulas whole", () => {
  select(
    `<h1 class="ltx_title_document">On <math alttext="X"><mi>X</mi></math></h1><div class="ltx_para"><p class="ltx_p">
     First. Second is <math alttext="y"><mi>y</mi></math>. Third. <b>Chosen words.</b> After one. After two. After three.
     </p></div><div class="ltx_para"><p class="ltx_p">Elsewhere.</p></div>`,
    "b",
  );
  expect(asked("2503.20680")).toEqual({
    task: "translate",
    text: "Chosen words.",
    before: "Second is $y$. Third.",
    after: "After one. After two.",
    title: "On $X$",
    paper: "2503.20680",
  });
});

test("on an abstract page the title has no label", () => {
  select('<div id="abs"><h1 class="title"><span>Title:</span>Reading</h1><p>An abstract.</p></div>', "p");
  expect(asked("2503.20680")?.title).toBe("Reading");
});

test("on a list the paper is that of the entry in which the selection stands", () => {
  const entry = (id: string, title: string) =>
    `<dt><a href="https://arxiv.org/abs/${id}" title="Abstract" id="${id}">x</a></dt>
     <dd><div class="list-title mathjax">${title}</div><p class="mathjax">Text of ${title}.</p></dd>`;
  select(
    `<dl id="articles">${entry("2503.20680", "One")}${entry("2503.20681", "Two")}</dl>`,
    "dd:last-child p",
  );
  expect(asked(null)).toMatchObject({ paper: "2503.20681", title: "Two", text: "Text of Two." });
});

test("outside every entry it is of no paper", () => {
  document.title = "cs.CL new";
  select("<p>Showing new listings.</p>", "p");
  expect(asked(null)).toMatchObject({ paper: null, title: "cs.CL new" });
});

test.each([
  ["<p> </p>", "p"],
  ["<p>12.5 %</p>", "p"],
])("%s has nothing to read", (html, selector) => {
  select(html, selector);
  expect(asked("2503.20680")).toBeNull();
});

test("what the reader writes is not read", () => {
  select('<div contenteditable="true" tabindex="0">Mine</div>', "div");
  document.querySelector("div")?.focus();
  expect(asked("2503.20680")).toBeNull();
});
