"""The whole way on arXiv's real abstract pages, old and new, with a PDF and without."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.panel_page import PanelPage
from support.reader import Reader

NO_PDF = "arXiv has no PDF of this paper. This is made from the abstract alone."
WITHDRAWN = "This paper was withdrawn."
NEWER = "A newer version of this paper exists. Open v7"
FOLDED = 20
"""Authors on screen before a long list is opened."""


@dataclass(frozen=True)
class Expected:
    """What the panel must say. `title` begins the paper's own; `pages` 0: made from the abstract alone."""

    paper: str
    version: str
    title: str
    authors: int
    pages: int = 0
    figures: int = 0
    """At least so many."""
    warnings: tuple[str, ...] = (NO_PDF,)


WITH_PDF = [
    Expected("1706.03762", "v7", "Attention Is All You Need", 8, 15, 5, ()),
    Expected("1412.6980", "v9", "Adam: A Method for Stochastic Optimization", 2, 15, 4, ()),
    Expected("1503.07589", "v1", "Combined Measurement of the Higgs Boson Mass in ", 2, 47, 3, ()),
    Expected("astro-ph/0002105", "v1", "The NASA Astrophysics Data System: Architecture", 5, 25, 5, ()),
    Expected("hep-th/9108004", "v1", "Ground Ring Of Two Dimensional String Theory", 1, 37, 0, ()),
]
WITHOUT_PDF = [
    Expected("1706.03762v1", "v1", "Attention Is All You Need", 8, warnings=(NEWER, NO_PDF)),
    Expected("0704.0213", "v2", "Geometric Complexity Theory V: On", 1, warnings=(WITHDRAWN, NO_PDF)),
    Expected("2310.08262", "v1", "Proceedings of The 2023 Scheme and", 1, warnings=(WITHDRAWN, NO_PDF)),
    Expected("cs/9901011", "v1", "A Brief History of the Internet", 9),
    Expected("hep-th/9901001", "v3", "String Junctions and Their Duals in Heterotic String Theory", 1),
    Expected("acc-phys/9411004", "v1", "High-Brightness Photocathode Electron Sources", 1),
    Expected("funct-an/9301001", "v2", "Lie-algebras and linear operators with invariant subspaces", 1),
    Expected("math-ph/0509031", "v3", "Geometrical Spinoptics and the Optical Hall Effect", 3),
    Expected("0704.0001", "v2", "Calculation of prompt diphoton production cross sections at", 4),
    Expected("2108.10257", "v1", "SwinIR: Image Restoration Using Swin Transformer", 6),
    Expected("1411.4413", "v1", "Observation of the rare ", 2832),
]


@pytest.fixture(scope="module")
def arxiv(data_dir: Path, site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


@pytest.mark.parametrize("expected", WITH_PDF, ids=lambda expected: str(expected.paper))
def test_a_paper_with_a_pdf_is_read_whole(reader: Reader, expected: Expected) -> None:
    panel = finished(reader, expected)
    expect(panel.section("Summary").locator(".section-state")).to_have_text(
        f"{expected.pages} / {expected.pages} pages read"
    )
    assert 5 <= panel.takeaways.count() <= 7
    for takeaway in panel.takeaways.all():
        expect(takeaway.locator(".cite")).to_be_visible()
    assert panel.figures.count() >= expected.figures
    pictures = panel.load_pictures()
    assert all(width > 0 and scheme == "blob" for width, scheme in pictures)


@pytest.mark.parametrize("expected", WITHOUT_PDF, ids=lambda expected: str(expected.paper))
def test_a_paper_without_a_pdf_says_so(reader: Reader, expected: Expected) -> None:
    panel = finished(reader, expected)
    expect(panel.section("Summary").locator(".section-state")).to_have_text("from the abstract alone")
    expect(panel.figures).to_have_count(0)
    mark = panel.takeaways.first.locator("button.cite")
    expect(mark).to_contain_text("Abstract")
    mark.click()
    expect(panel.quotes.first).to_be_visible()
    expect(panel.button("Show on page")).to_have_count(0)
    assert 5 <= panel.takeaways.count() <= 7


def finished(reader: Reader, expected: Expected) -> PanelPage:
    """The finished card, with everything that each paper's card must have."""
    panel = reader.open(expected.paper)
    panel.finished()
    expect(panel.problems).to_have_count(0)
    paper = expected.paper.removesuffix(expected.version)
    expect(panel.identifier).to_have_text(f"{paper} {expected.version}")
    assert panel.original_title.inner_text().startswith(expected.title)
    names = authors_on(panel.page)
    assert len(names) == expected.authors
    expect(panel.authors).to_have_text(told(names))
    assert len(panel.warnings.all()) == len(expected.warnings)
    for note, sentence in zip(panel.warnings.all(), expected.warnings, strict=True):
        expect(note).to_contain_text(sentence)
    assert panel.translations.count() == panel.frame.locator(".pair-source").count() > 0
    for sentence in panel.translations.all():
        expect(sentence).to_have_attribute("lang", "zh-CN")
        expect(sentence).not_to_be_empty()
    return panel


def authors_on(page: Page) -> list[str]:
    """The authors as arXiv's own page names them."""
    return [
        " ".join(name.split())
        for name in page.locator("#abs .authors a[href*='searchtype=author']").all_text_contents()
    ]


def told(names: list[str]) -> str:
    """The list as the panel shows it: thousands are folded."""
    if len(names) <= FOLDED + 2:
        return ", ".join(names)
    return f"{', '.join(names[:FOLDED])} and {len(names) - FOLDED:,} more"
