"""What everyone can read: axe-core finds nothing in any state of the panel, in light and in dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, Chromium, served_arxiv
from support.model_faults import status
from support.model_gate import Gate
from support.model_server import ModelServer
from support.panel_page import PanelPage
from support.reader import Reader
from support.two_browsers import ChromiumTab


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


GROUND = r"getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)"
LIGHT = f"{GROUND}.reduce((sum, part) => sum + Number(part), 0)"
"""How light the panel's ground is, 0 to 765."""


def expect_theme(panel: PanelPage, theme: str) -> None:
    """Waits until the panel's ground is as light or as dark as it should be."""
    ChromiumTab(panel.frame).expect(f"{LIGHT} {'> 600' if theme == 'light' else '< 200'}")


def test_a_finished_card(reader: Reader, theme: str, paper: SmallPaper) -> None:
    panel = reader.open(paper.id)
    panel.finished()
    panel.marks.first.click()
    panel.button("Show on page").first.click()
    expect(panel.frame.locator(".page-crop img").first).to_be_visible()
    panel.load_pictures()
    expect_theme(panel, theme)
    assert panel.violations() == []


def test_a_card_being_written(reader: Reader, model: ModelServer, theme: str, paper: SmallPaper) -> None:
    gate = Gate()
    model.always(gate)
    panel = reader.open(paper.id)
    expect(panel.summary).to_contain_text("。")
    assert panel.violations() == []
    gate.open()


def test_a_failed_part(reader: Reader, model: ModelServer, theme: str, paper: SmallPaper) -> None:
    model.always(status(401))
    panel = reader.open(paper.id)
    expect(panel.problems).to_have_count(3)
    expect(panel.button("Try again").first).to_be_visible()
    assert panel.violations() == []


def test_no_pairing(chromium: Chromium, reader: Reader, theme: str, paper: SmallPaper) -> None:
    chromium.write_settings(paired=None)
    panel = reader.open(paper.id)
    expect(panel.command).to_be_visible()
    assert panel.violations() == []


def test_a_backend_that_is_off(chromium: Chromium, reader: Reader, theme: str, paper: SmallPaper) -> None:
    chromium.write_settings(paired={"base": "http://127.0.0.1:9", "token": "any"})
    panel = reader.open(paper.id)
    expect(panel.command).to_be_visible()
    assert panel.violations() == []


def test_the_list_the_settings_and_the_question(
    chromium: Chromium, reader: Reader, theme: str, paper: SmallPaper
) -> None:
    panel = reader.open(paper.id)
    panel.finished()
    panel.open_list()
    expect(panel.saved.first).to_be_visible()
    assert panel.violations() == []
    options = PanelPage(chromium.goto(chromium.url("options/options.html")))
    expect(options.frame.get_by_role("heading", name="Model")).to_be_visible()
    assert options.violations() == []
    question = PanelPage(chromium.offer(f"{reader.backend.base}/pair#none"))
    expect(question.button("Connect")).to_be_visible()
    assert question.violations() == []


def test_the_system_decides_where_nothing_is_set(reader: Reader, paper: SmallPaper) -> None:
    panel = reader.open(paper.id)
    panel.page.emulate_media(color_scheme="dark")
    expect_theme(panel, "dark")
    panel.page.emulate_media(color_scheme="light")
    expect_theme(panel, "light")
