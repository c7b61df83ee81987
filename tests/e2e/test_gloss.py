"""From the click on arXiv's page to the finished card, through every part of PaperGloss."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.model_gate import Gate
from support.model_server import ModelServer
from support.reader import Reader


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


def test_one_click_makes_a_whole_card(reader: Reader, paper: SmallPaper) -> None:
    panel = reader.open(paper.id)
    panel.finished()
    expect(panel.problems).to_have_count(0)
    expect(panel.warnings).to_have_count(0)
    expect(panel.original_title).to_have_text(paper.title)
    expect(panel.authors).to_have_text(", ".join(paper.authors))
    expect(panel.title).to_have_attribute("lang", "zh-CN")
    expect(panel.translations).to_have_count(2)
    assert panel.takeaways.count() >= 5
    expect(panel.marks.first).to_be_visible()
    expect(panel.figures).to_have_count(2)
    pictures = panel.load_pictures()
    assert all(width > 0 and scheme == "blob" for width, scheme in pictures)


def test_the_words_appear_while_the_model_still_writes(
    reader: Reader, model: ModelServer, paper: SmallPaper
) -> None:
    gate = Gate()
    model.always(gate)
    panel = reader.open(paper.id)
    expect(panel.button("Stop")).to_be_visible()
    expect(panel.summary).to_contain_text("。")
    expect(panel.translations.first).to_contain_text("这边")
    half = panel.summary.inner_text()
    expect(panel.foot).not_to_contain_text("tokens")
    gate.open()
    panel.finished()
    assert len(panel.summary.inner_text()) > len(half)


def test_the_evidence_of_a_claim_opens_as_quote_and_as_page(reader: Reader, paper: SmallPaper) -> None:
    panel = reader.open(paper.id)
    panel.finished()
    mark = panel.marks.first
    mark.click()
    expect(mark).to_have_attribute("aria-expanded", "true")
    expect(panel.quotes.first).to_contain_text("The quick method of this paper reads every page")
    panel.button("Show on page").first.click()
    crop = panel.frame.locator(".page-crop img").first
    expect(crop).to_have_js_property("complete", True)
    assert crop.evaluate("(image) => image.naturalWidth") > 0
    mark.click()
    expect(panel.quotes).to_have_count(0)


def test_markup_in_the_answer_never_becomes_part_of_the_page(
    reader: Reader, model: ModelServer, paper: SmallPaper
) -> None:
    said = model.answer
    model.answer = lambda request: "\n".join(hostile(line) for line in said(request).split("\n"))
    panel = reader.open(paper.id)
    panel.page.on("dialog", refuse)
    panel.finished()
    expect(panel.summary).to_have_text("")
    card = panel.frame.locator(".card")
    expect(card.locator("script, a[href^='javascript'], img:not([src^='blob:'])")).to_have_count(0)


def refuse(dialog: Dialog) -> None:
    raise AssertionError(f"a script of the answer ran: {dialog.message}")


def hostile(line: str) -> str:
    """A line of an answer, its end followed by markup."""
    markup = (
        "<img src=x onerror=alert(document.domain)> [more](javascript:alert(document.domain)) "
        "<script>alert(document.domain)</script>"
    )
    text, bracket, cited = line.rpartition("[")
    return f"{text}{markup} {bracket}{cited}" if line.startswith("- ") else line
