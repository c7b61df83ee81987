"""A reader goes from a card to its deep read: it streams, is checked, fails in part, and is there again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.model_gate import Gate
from support.model_server import ModelServer
from support.panel_page import PATIENCE, PanelPage
from support.reader import Reader


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


def section(panel: PanelPage, name: str) -> Locator:
    return panel.frame.locator(f"#deep-{name}")


def written(panel: PanelPage) -> None:
    """All sections stand."""
    expect(panel.frame.locator(".deep > .deep-note")).to_contain_text("words", timeout=PATIENCE)
    expect(panel.button("Stop")).to_have_count(0, timeout=PATIENCE)


def test_a_deep_read_streams_shows_its_evidence_and_is_there_again(
    reader: Reader, paper: SmallPaper, model: ModelServer
) -> None:
    panel = reader.open(paper.id)
    panel.finished()
    gate = Gate()
    model.always(gate)
    panel.button("Read in depth").click()
    expect(panel.frame.locator(".deep-lede")).to_contain_text("。", timeout=PATIENCE)
    gate.open()
    model.always(None)
    written(panel)
    expect(section(panel, "method").locator(".deep-paragraph").first).to_contain_text("。")
    section(panel, "method").locator("button.cite").first.click()
    expect(section(panel, "method").locator(".evidence blockquote").first).not_to_be_empty()
    assert panel.violations() == []

    panel.button("Back to the card").click()
    expect(panel.summary).to_be_visible()
    panel.button("Read in depth").click()
    expect(section(panel, "limits").locator(".deep-paragraph").first).to_be_visible()
    asked = [chat for chat in model.chats if "<<<OUTLINE" in chat.prompt]
    assert len(asked) < 20, "what is stored is not asked for again"
    assert reader.complaints() == []
