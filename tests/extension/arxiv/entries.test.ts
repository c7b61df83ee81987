import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { type Entry, listedEntries } from "../../../extension/arxiv/entries";
import { hasRecorded, recordedPage } from "../support/recorded";

function entries(html: string, url = "https://arxiv.org/list/cs.CL/new"): Entry[] {
  return [...listedEntries(new JSDOM(html, { url }).window.document)];
}

const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, " ").trim();

const LISTED = `<dl id='articles'>
  <h3>Fri, 26 Jun 2026</h3>
  <dt><a name='item1'>[1]</a> <a href ="/abs/hep-th/9901001" title="Abstract" id="hep-th/9901001">arXiv:hep-th/9901001</a>
    [<a href="/pdf/hep-th/9901001">pdf</a>]</dt>
  <dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> One</div>
    <div class='list-comments mathjax'>See <a href="https://arxiv.org/abs/1706.03762">arXiv:1706.03762</a></div>
    <p class='mathjax'>What it is about.</p></div></dd>
  <dt><a href=/abs/2503.20680v2>arXiv:2503.20680v2</a></dt>
  <dd><div class=list-title>Title: Two</div></dd>
  <dt><a href="/abs/nonsense">arXiv:nonsense</a></dt><dd></dd>
</dl>
<dl id='articles'><dt><a href="/abs/2503.20681">arXiv:2503.20681</a></dt></dl>`;

test("each entry of a listing, with what the page shows of it", () => {
  const [first, second, last, ...others] = entries(LISTED);
  expect(others).toEqual([]);
  expect(first?.id).toBe("hep-th/9901001");
  expect(first?.element.tagName).toBe("DD");
  expect(first?.linksElement.tagName).toBe("DT");
  expect(text(first?.titleElement ?? null)).toBe("Title: One");
  expect(text(first?.abstractElement ?? null)).toBe("What it is about.");
  expect(second?.id).toBe("2503.20680v2");
  expect(second?.abstractElement).toBeNull();
  expect(last?.id).toBe("2503.20681");
  expect(last?.element.tagName).toBe("DT");
  expect(last?.titleElement).toBeNull();
});

test("a link in an abstract is not the paper of a search result", () => {
  const found = entries(
    `<li class="arxiv-result"><p class="abstract"><a href="https://arxiv.org/abs/1706.03762">1</a></p></li>
     <li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/2508.14001v1">a</a></p>
       <p class="title">Title</p><p><span class="abstract-full">All of it</span></p></li>`,
    "https://arxiv.org/search/?query=x",
  );
  expect(found.map((entry) => entry.id)).toEqual(["2508.14001v1"]);
  expect(text(found[0]?.titleElement ?? null)).toBe("Title");
  expect(text(found[0]?.abstractElement ?? null)).toBe("All of it");
  expect(found[0]?.linksElement.className).toBe("list-title");
});

test("the link of an entry inside another one is not the outer one's", () => {
  const inner = `<li class="arxiv-result"><p class="list-title"><a href="/abs/2508.14001">a</a></p></li>`;
  expect(
    entries(`<ol><li class="arxiv-result"><ol>${inner}</ol></li></ol>`).map((entry) => entry.id),
  ).toEqual(["2508.14001"]);
});

test("a drawing's link is no paper", () => {
  expect(entries(`<dl id=articles><dt><svg><a href="/abs/2503.20680"></a></svg></dt></dl>`)).toEqual([]);
});

describe.skipIf(!hasRecorded)("entries of recorded pages (PAPERGLOSS_DATA)", () => {
  test.each([
    ["pages/list/list_astro-ph_new.html", true],
    ["pages/list/list_cs.CL_recent.html", false],
    ["pages/search/search_transformer_all.html", true],
    ["pages/search/search_author_He_K.html", false],
  ])("%s: every entry has a title; abstracts: %s", (name, abstracts) => {
    const found = entries(recordedPage(name));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((entry) => text(entry.titleElement))).toBe(true);
    expect(found.every((entry) => (entry.abstractElement !== null) === abstracts)).toBe(true);
  });
});
