"""The bubble at a selection, in Firefox."""

from __future__ import annotations

import pytest

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Answer, Arxiv, served_arxiv
from support.firefox import Firefox, Tab
from support.latexml import math, page, paragraph
from support.model_server import ModelServer
from support.serving import PaperGloss

PAPER = SmallPaper("2511.90002", "Reading Papers in the Margin")
ARTICLE = page(
    paragraph(f"Our reader takes {math('O(n^{2})')} steps and reaches 28.4 points."), PAPER.id + "v1"
)

SELECT = """(() => {
    getSelection().selectAllChildren(document.querySelector(".ltx_p"));
    document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
})()"""
BUTTON = "document.querySelector('#papergloss-selection-button')?.shadowRoot.querySelector('button')"


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    site.add(PAPER)
    others = served_arxiv(site.url)
    return lambda path: Answer(ARTICLE) if path.startswith("/html/") else others(path)


def test_a_selection_is_translated_beside_it(
    firefox: Firefox, own_backend: PaperGloss, model: ModelServer
) -> None:
    own_backend.start()
    firefox.goto(own_backend.link)
    question = firefox.tab("welcome/pair.html")
    press(question, ".button-main")
    question.wait_for("document.querySelector('h1')?.textContent === 'Connected'")

    html = firefox.goto(f"https://arxiv.org/html/{PAPER.id}v1")
    html.run(SELECT)
    html.wait_for(f"{BUTTON} !== undefined")
    assert model.chats == []
    html.run(f"{BUTTON}.click()")
    shown = html.child("panel/panel.html?selection")
    press(shown, ".notice .button-main")
    shown.wait_for("document.querySelector('.bubble-foot') !== null")
    assert "28.4" in shown.run("document.querySelector('.bubble-text').textContent")
    assert shown.run("document.querySelectorAll('.bubble-text math').length") == 1
    assert "$O(n^{2})$" in model.chats[-1].prompt
    shown.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))")
    html.wait_for("document.querySelector('#papergloss-bubble') === null")


def press(tab: Tab, selector: str) -> None:
    tab.wait_for(f"document.querySelector({selector!r}) !== null")
    tab.run(f"document.querySelector({selector!r}).click()")
