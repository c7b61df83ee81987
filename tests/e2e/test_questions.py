"""A reader asks the paper: the answer streams, shows its passages, is followed up, and is there again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.library_page import LibraryPage
from support.model_faults import status
from support.model_gate import Gate
from support.model_server import ModelServer
from support.panel_page import PanelPage
from support.pdfs import paper as small_paper_pdf
from support.reader import Reader

FIRST, SECOND, ABSENT = "Which column is read first?", "And the right column?", "How is the weather?"


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


def opened(reader: Reader, paper: SmallPaper) -> PanelPage:
    panel = reader.open(paper.id)
    panel.finished()
    expect(panel.shelf).to_be_visible()
    return panel


def turns(panel: PanelPage) -> Locator:
    return panel.frame.locator(".turn")


def field(panel: PanelPage) -> Locator:
    return panel.frame.locator("#question-field")


def ask(panel: PanelPage, question: str) -> None:
    field(panel).fill(question)
    field(panel).press("Enter")


def test_an_answer_streams_is_followed_up_and_is_there_again(
    reader: Reader, paper: SmallPaper, model: ModelServer
) -> None:
    panel = opened(reader, paper)
    panel.frame.locator("body").press("a")
    expect(field(panel)).to_be_focused()
    gate = Gate()
    model.always(gate)
    ask(panel, FIRST)
    expect(turns(panel).locator(".statements")).to_contain_text("。")
    expect(panel.button("Stop")).to_be_visible()
    gate.open()
    expect(turns(panel).locator("button.cite")).to_have_count(2)
    model.always(None)

    turns(panel).locator("button.cite").first.click()
    expect(turns(panel).locator(".evidence blockquote").first).not_to_be_empty()
    panel.button("Show on page").first.click()
    expect(turns(panel).locator(".page-crop img").first).to_be_visible()

    expect(panel.frame.locator(".ask-follows")).to_contain_text(FIRST)
    ask(panel, SECOND)
    expect(turns(panel)).to_have_count(2)
    expect(field(panel)).to_be_visible()
    assert FIRST in model.chats[-1].body["messages"][1]["content"]
    assert SECOND in model.chats[-1].body["messages"][3]["content"]
    assert panel.violations() == []

    again = opened(reader, paper)
    expect(turns(again).locator("h3")).to_have_text([FIRST, SECOND])
    expect(turns(again).locator(".statements > li")).to_have_count(4)


def test_what_is_not_in_the_paper_is_said_and_a_question_is_deleted_and_brought_back(
    reader: Reader, paper: SmallPaper
) -> None:
    panel = opened(reader, paper)
    ask(panel, ABSENT)
    expect(turns(panel).locator(".answer-missing strong")).to_have_text("Not in the paper")
    panel.button(f"Delete the question “{ABSENT}”").click()
    expect(turns(panel)).to_have_count(0)
    panel.button("Undo").click()
    expect(turns(panel)).to_have_count(1)


def test_a_failure_is_said_tried_again_and_searched_instead(
    reader: Reader, paper: SmallPaper, model: ModelServer
) -> None:
    panel = opened(reader, paper)
    model.always(status(401))
    panel.frame.locator(".suggested button").first.click()
    expect(turns(panel).locator(".problem")).to_be_visible()
    model.always(None)
    panel.button("Try again").click()
    expect(turns(panel).locator(".statements > li")).to_have_count(2)
    panel.button("Ask about something else").click()
    model.always(status(401))
    ask(panel, FIRST)
    expect(turns(panel).locator(".problem")).to_be_visible()
    panel.button("Search the paper instead").click()
    expect(turns(panel)).to_have_count(2)
    expect(turns(panel).last).to_contain_text("No model has answered.")
    expect(turns(panel).last.locator("button.cite").first).to_contain_text("found by search")


def test_two_papers_of_the_library_are_asked_together(
    reader: Reader, site: ArxivServer, model: ModelServer
) -> None:
    lanterns = SmallPaper("2512.00077", "Comparing Lanterns", pdf=small_paper_pdf())
    candles = SmallPaper("2512.00078", "Comparing Candles", pdf=small_paper_pdf())
    site.add(lanterns, candles)
    for paper in (lanterns, candles):
        opened(reader, paper)
    library = LibraryPage(reader.browser)
    library.box.fill("Comparing")
    expect(library.lines).to_have_count(2)
    for box in library.page.get_by_role("checkbox").all():
        box.check()
    with reader.browser.context.expect_page() as tab:
        library.button("Ask these papers").click()
    panel = PanelPage(tab.value)
    expect(panel.frame.locator(".saved-title")).to_have_count(2)
    gate = Gate()
    model.always(gate)
    asked = panel.frame.locator(".suggested button").first.inner_text()
    panel.frame.locator(".suggested button").first.click()
    expect(turns(panel).locator(".statements")).to_contain_text("。")
    panel.page.reload()
    expect(turns(panel).locator("h3")).to_have_text(asked)
    expect(turns(panel).locator(".statements")).to_contain_text("。")
    expect(field(panel)).to_have_count(0)
    gate.open()
    expect(turns(panel).locator("button.cite")).to_have_count(2)
    expect(turns(panel).locator(".statement-papers").first).to_contain_text("Comparing")
    turns(panel).locator("button.cite").first.click()
    panel.button("Show on page").first.click()
    expect(turns(panel).locator(".page-crop img").first).to_be_visible()
    panel.page.reload()
    expect(turns(panel)).to_have_count(1)
