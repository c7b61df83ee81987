"""The same way in Firefox: pair, press the button, read the card."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.firefox import Firefox, Tab
from support.model_server import ModelServer
from support.serving import PaperGloss


@pytest.fixture(scope="module")
def arxiv(data_dir: Path, site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


def test_from_the_link_to_the_card(firefox: Firefox, own_backend: PaperGloss, model: ModelServer) -> None:
    own_backend.start()
    firefox.goto(own_backend.link)
    question = firefox.tab("welcome/pair.html")
    press(question, ".button-main")
    question.wait_for("document.querySelector('h1')?.textContent === 'Connected'")

    page = firefox.goto("https://arxiv.org/abs/1706.03762")
    page.click("#papergloss-button a")
    panel = page.child("panel/panel.html?paper=1706.03762")
    panel.wait_for("document.querySelector('.facts') !== null")
    assert model.chats == []
    press(panel, ".notice .button-main")
    panel.wait_for("document.querySelector('button[aria-label=\"Copy as Markdown\"]') !== null")
    assert panel.run("document.querySelector('.title-original').textContent") == "Attention Is All You Need"
    assert panel.run("document.querySelector('.authors').textContent").startswith("Ashish Vaswani, Noam")
    assert panel.run("document.querySelectorAll('.takeaways > li').length") >= 5
    assert panel.run("document.querySelectorAll('button.cite').length") >= 5
    panel.run("document.querySelector('.figure').scrollIntoView()")
    panel.wait_for("document.querySelector('.figure img')?.naturalWidth > 0")


def press(tab: Tab, selector: str) -> None:
    tab.wait_for(f"document.querySelector({selector!r}) !== null")
    tab.run(f"document.querySelector({selector!r}).click()")
