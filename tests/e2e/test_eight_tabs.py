"""Eight papers at once: every panel gets its words, and other calls get through, with six connections."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.model_gate import Gate
from support.model_server import ModelServer
from support.pdfs import paper as small_paper_pdf
from support.reader import Reader

TABS = 8


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


@pytest.fixture
def papers(site: ArxivServer) -> list[SmallPaper]:
    """Papers that nobody has glossed yet."""
    made = [
        SmallPaper(f"2508.{number:05}", f"On Margin Number {number}", pdf=small_paper_pdf())
        for number in range(1, TABS + 1)
    ]
    site.add(*made)
    return made


def test_none_of_eight_streams_starves(reader: Reader, model: ModelServer, papers: list[SmallPaper]) -> None:
    """To the driver every tab is visible, as eight windows side by side are."""
    gate = Gate()
    model.always(gate)
    panels = [reader.open(paper.id) for paper in papers]
    for panel in panels:
        expect(panel.summary).to_contain_text("。")
    # All are still running: a call of another kind must get through as well.
    listed = reader.panel_tab()
    expect(listed.section("In progress").get_by_text("On Margin Number")).to_have_count(TABS)
    listed.page.close()
    gate.open()
    for panel in panels:
        panel.finished()
        expect(panel.problems).to_have_count(0)
