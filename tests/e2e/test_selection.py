"""A selection on arXiv's pages: from the words that are marked to the answer beside them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Answer, Arxiv, recorded_arxiv, served_arxiv
from support.bubble import Bubble, bubble, offered, select
from support.latexml import equation, math, page, paragraph
from support.model_faults import status
from support.model_gate import Gate
from support.model_server import ModelServer
from support.panel_page import PATIENCE
from support.reader import Reader

RECORDED = "1706.03762v7"
# Stricter than arXiv has ever been: nothing of ours may depend on its leave.
HOSTILE = {
    "content-security-policy": "default-src 'none'; style-src 'none'; script-src 'none'; frame-src 'none'"
}
LOSS = r"L=-\sum_{i}p_{i}"
ARTICLE = page(
    paragraph(f"Our reader takes {math('O(n^{2})')} steps and reaches 28.4 points. It never stops early.")
    + '<div class="ltx_para"><p class="ltx_p" id="begin">The loss of a page is</p>'
    + f'{equation(LOSS, "1")}<p class="ltx_p">where the sum is over all words.</p></div>'
    + paragraph("A second paragraph tells about <em id='word'>regularization</em> in the margin.")
    + paragraph(f"<span id='long'>{'Many more words stand here. ' * 200}</span>")
)
FIRST, THIRD = (f".ltx_para:nth-of-type({n}) .ltx_p" for n in (1, 3))


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    others = served_arxiv(site.url)

    def answer(path: str) -> Answer:
        return Answer(ARTICLE, headers=HOSTILE) if path.startswith("/html/2505.") else others(path)

    return answer


_numbers = itertools.count(1)


@pytest.fixture
def made(site: ArxivServer) -> SmallPaper:
    """A paper in which nothing was selected yet: what was asked once is not asked again."""
    paper = SmallPaper(f"2505.{next(_numbers):05}", "Reading Papers in the Margin")
    site.add(paper)
    return paper


@pytest.fixture
def paper(reader: Reader, made: SmallPaper) -> Page:
    return reader.browser.goto(f"https://arxiv.org/html/{made.id}v1")


def asked(model: ModelServer) -> str:
    return model.chats[-1].prompt


def write(on: Page, path: str, text: str) -> None:
    """Puts another text into a paragraph of the page."""
    on.locator(path).evaluate("(element, text) => { element.textContent = text }", text)


def open_bubble(on: Page) -> Bubble:
    offered(on).click()
    return bubble(on)


def test_a_selection_is_translated_beside_it(paper: Page, model: ModelServer) -> None:
    before = len(model.chats)
    select(paper, FIRST)
    expect(offered(paper)).to_be_visible()
    assert len(model.chats) == before, "nothing is asked before the reader asks"
    shown = open_bubble(paper)
    expect(offered(paper)).to_have_count(0)
    shown.finished()
    expect(shown.text).to_contain_text("28.4")
    expect(shown.formulas).to_have_count(1)
    assert "$O(n^{2})$" in asked(model)
    assert "paper: A Title" in asked(model)


def test_paragraphs_stay_and_a_displayed_formula_cuts_no_sentence(paper: Page, model: ModelServer) -> None:
    select(paper, "#begin", THIRD)
    shown = open_bubble(paper)
    shown.finished()
    expect(shown.text.locator("p")).to_have_count(2)
    assert f"[1] The loss of a page is ${LOSS}$ (1) where the sum is over all words." in asked(model)


def test_a_word_is_looked_up_in_its_sentence(paper: Page, model: ModelServer) -> None:
    select(paper, "#word")
    shown = open_bubble(paper)
    shown.finished()
    said = asked(model)
    assert "<<<SELECTION" in said
    assert "before: A second paragraph tells about" in said
    assert "after: in the margin." in said


def test_an_explanation_is_one_press_away(paper: Page, model: ModelServer) -> None:
    select(paper, FIRST)
    shown = open_bubble(paper)
    shown.finished()
    shown.button("Explain").click()
    expect(shown.text).not_to_contain_text("28.4")
    shown.finished()
    expect(shown.button("Explain")).to_have_attribute("aria-pressed", "true")
    assert "Explain the selection" in asked(model)


def test_words_appear_while_the_model_writes(paper: Page, model: ModelServer) -> None:
    gate = Gate()
    model.always(gate)
    select(paper, THIRD)
    shown = open_bubble(paper)
    expect(shown.frame.locator(".bubble-main")).to_have_attribute("aria-busy", "true")
    expect(shown.text).not_to_be_empty()
    gate.open()
    shown.finished()
    expect(shown.frame.locator(".bubble-main")).to_have_attribute("aria-busy", "false")


def test_escape_closes_and_gives_the_focus_back(paper: Page) -> None:
    for close_from_inside in (True, False):
        paper.locator("a").first.focus()
        select(paper, FIRST)
        shown = open_bubble(paper)
        shown.finished()
        if close_from_inside:
            # The bubble is gone before a press on its button could be told to have ended.
            shown.button("Copy").focus()
            paper.keyboard.press("Escape")
        else:
            paper.locator("a").first.focus()
            paper.keyboard.press("Escape")
        expect(paper.locator("#papergloss-bubble")).to_have_count(0)
        assert paper.evaluate("document.activeElement.tagName") == "A"


def test_a_press_elsewhere_closes(paper: Page) -> None:
    select(paper, FIRST)
    open_bubble(paper)
    paper.locator("h1").click()
    expect(paper.locator("#papergloss-bubble")).to_have_count(0)


def test_copying_gives_latex(reader: Reader, paper: Page) -> None:
    select(paper, FIRST)
    shown = open_bubble(paper)
    shown.finished()
    shown.button("Copy").click()
    expect(shown.button("Copied")).to_be_visible()
    assert "$O(n^{2})$" in reader.clipboard()


def test_it_is_saved_with_the_paper_and_shown_in_its_panel(
    reader: Reader, paper: Page, made: SmallPaper
) -> None:
    panel = reader.panel_tab(f"paper={made.id}")
    panel.finished()
    paper.bring_to_front()
    select(paper, FIRST)
    shown = open_bubble(paper)
    shown.finished()
    shown.button("Save with the paper").click(timeout=20_000)
    expect(shown.button("Saved with the paper")).to_be_visible()
    kept = reader.backend.call("GET", f"/library/papers/{made.id}", reader.token).json()["sayings"]
    assert "$O(n^{2})$" in kept[0]["text"]
    panel.page.bring_to_front()
    expect(panel.frame.locator(".kept-selections .selected math")).to_have_count(1, timeout=PATIENCE)


def test_a_spoilt_sentence_is_shown_in_the_original_with_its_mark(paper: Page, model: ModelServer) -> None:
    said = model.answer
    model.answer = lambda request: said(request).replace("12.5", "12.6")
    write(paper, THIRD, "It reads 12.5 pages a day. It never stops before the end of a page.")
    select(paper, THIRD)
    shown = open_bubble(paper)
    shown.finished()
    expect(shown.frame.locator(".said-kept")).to_have_text("It reads 12.5 pages a day.")
    expect(shown.marks).to_have_text("Original kept: the translation lost a number")
    expect(shown.text).not_to_contain_text("It never stops")


def test_too_much_is_refused_without_a_request(paper: Page, model: ModelServer) -> None:
    before = len(model.chats)
    select(paper, "#long")
    shown = open_bubble(paper)
    expect(shown.title).to_have_text("The selection is too long")
    assert len(model.chats) == before


def test_the_readers_own_language_is_not_translated(reader: Reader, paper: Page, model: ModelServer) -> None:
    reader.browser.write_settings(lang="en")
    before = len(model.chats)
    select(paper, FIRST)
    shown = open_bubble(paper)
    expect(shown.frame.locator(".bubble-main")).to_contain_text("already in English")
    assert len(model.chats) == before
    shown.button("Explain").click()
    shown.finished()


def test_a_fault_is_told_and_tried_again(paper: Page, model: ModelServer) -> None:
    write(paper, THIRD, "A sentence that nobody has asked about yet.")
    model.script(status(401))
    select(paper, THIRD)
    shown = open_bubble(paper)
    expect(shown.frame.locator(".problem-reason")).to_have_text("The provider rejected the key.")
    shown.button("Try again").click()
    shown.finished()


def test_the_shortcut_opens_it_too(reader: Reader, paper: Page) -> None:
    select(paper, FIRST)
    paper.bring_to_front()
    reader.browser.worker.evaluate(
        "async () => chrome.commands.onCommand.dispatch('translate-selection',"
        " (await chrome.tabs.query({ active: true }))[0])"
    )
    shown = bubble(paper)
    shown.finished()
    expect(shown.button("Translate")).to_have_attribute("aria-pressed", "true")


def test_the_menu_opens_it_too(reader: Reader, paper: Page) -> None:
    select(paper, FIRST)
    choose_in_menu(reader, paper, "selection-explain", "")
    shown = bubble(paper)
    expect(shown.button("Explain")).to_have_attribute("aria-pressed", "true")


def test_over_a_pdf_it_opens_beside_or_in_a_tab(reader: Reader, paper: Page, made: SmallPaper) -> None:
    text = "We read papers in the margin."
    with reader.browser.context.expect_page() as opened:
        choose_in_menu(reader, paper, "selection-translate", text, f"https://arxiv.org/pdf/{made.id}")
    shown = Bubble(opened.value)
    shown.finished()
    expect(shown.frame.locator(".bubble-original")).to_have_text(text)
    expect(shown.button("Save with the paper")).to_be_visible()


def test_on_another_site_it_works_on_request_and_keeps_nothing(reader: Reader, paper: Page) -> None:
    text = "A blog says that margins are wide."
    with reader.browser.context.expect_page() as opened:
        choose_in_menu(reader, paper, "selection-translate", text, "https://blog.example/margins")
    shown = Bubble(opened.value)
    shown.finished()
    expect(shown.button("Save with the paper")).to_have_count(0)


def choose_in_menu(reader: Reader, on: Page, item: str, text: str, address: str | None = None) -> None:
    on.bring_to_front()
    reader.browser.worker.evaluate(
        """async ([item, text, address]) => {
            const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
            const info = { menuItemId: item, selectionText: text, pageUrl: address ?? tab.url };
            chrome.contextMenus.onClicked.dispatch(info, tab);
        }""",
        [item, text, address or on.url],
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_inaccessible(reader: Reader, paper: Page, theme: str) -> None:
    reader.browser.write_settings(theme=theme)
    select(paper, FIRST)
    shown = open_bubble(paper)
    shown.finished()
    assert shown.violations() == []


PLACES = {
    "https://arxiv.org/abs/1706.03762": ("blockquote.abstract", "1706.03762"),
    "https://arxiv.org/list/cs.CV/new": ("dl#articles dd p.mathjax", None),
    "https://arxiv.org/search/transformer_all": ("li.arxiv-result p.title", None),
}


@pytest.mark.parametrize("address", PLACES)
def test_on_recorded_pages_of_every_kind(
    data_dir: Path, reader: Reader, model: ModelServer, address: str
) -> None:
    selector, about = PLACES[address]
    said = recorded_arxiv(data_dir)(address.removeprefix("https://arxiv.org"))
    tab = reader.browser.context.new_page()
    tab.route(address, lambda route: route.fulfill(body=said.body, content_type=said.content_type))
    tab.goto(address)
    select(tab, selector)
    shown = open_bubble(tab)
    shown.finished()
    asked_about = shown.frame.evaluate("JSON.parse(decodeURIComponent(location.hash.slice(1)))")
    assert asked_about["paper"] == about or (about is None and asked_about["paper"])
    assert asked_about["title"]
    assert "<<<PLACE" in asked(model)


def test_on_a_recorded_paper(data_dir: Path, reader: Reader, model: ModelServer) -> None:
    recorded = (data_dir / "html" / f"{RECORDED}.html").read_bytes()
    tab = reader.browser.context.new_page()
    page_type = "text/html; charset=utf-8"
    tab.route(f"**/html/{RECORDED}", lambda route: route.fulfill(body=recorded, content_type=page_type))
    tab.goto(f"https://arxiv.org/html/{RECORDED}")
    select(tab, "#S3\\.SS2\\.SSS1\\.p1 .ltx_p")
    shown = open_bubble(tab)
    shown.finished()
    assert "$d_{k}$" in asked(model)
    expect(shown.formulas.nth(2)).to_be_visible()
