"""Copying a card as Markdown, from the overlay on arXiv's page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, served_arxiv
from support.reader import Reader

ORDER = ["摘要（原文）", "译文", "链接", "总结", "要点", "图表", "来源说明"]


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


def test_the_card_is_copied_whole_and_in_order(reader: Reader, paper: SmallPaper) -> None:
    panel = reader.open(paper.id)
    panel.finished()
    panel.button("Copy as Markdown").click()
    expect(panel.status).to_have_text("Copied")
    text = reader.clipboard()
    assert text.startswith("# ")
    assert paper.title in text
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ORDER
    assert all(name in text.partition("## ")[0] for name in paper.authors)
    assert paper.comment in text
    assert f"https://arxiv.org/abs/{paper.id}" in text
