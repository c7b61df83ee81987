"""The button on arXiv's real abstract pages, whatever is missing or unusual on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browser import Arxiv, Chromium, recorded_arxiv

PAGES = {
    "1706.03762": "current version of many",
    "1706.03762v1": "an old version",
    "0704.0213": "withdrawn, no PDF link",
    "2310.08262": "withdrawn proceedings",
    "cs/9901011": "HTML only",
    "hep-th/9901001": "old id",
    "astro-ph/0002105": "old id of an archive with sub-archives",
    "acc-phys/9411004": "an archive that is closed",
    "funct-an/9301001": "TeX from 1993",
    "math-ph/0509031": "old id with a hyphen",
    "1503.07589": "thousands of authors",
    "0704.0001": "the first of the new ids",
    "2108.10257": "five digits",
    "2602.15552": "this year's",
}


@pytest.fixture(scope="module")
def arxiv(data_dir: Path) -> Arxiv:
    return recorded_arxiv(data_dir / "pages")


@pytest.mark.parametrize("paper", PAGES, ids=str)
def test_one_button_opens_the_panel_for_the_paper_of_the_page(chromium: Chromium, paper: str) -> None:
    page = chromium.goto(f"https://arxiv.org/abs/{paper}")
    button = page.get_by_role("button", name="PaperGloss")
    expect(button).to_have_count(1)
    expect(page.locator(".full-text ul #papergloss-button")).to_be_visible()
    links = page.locator(".full-text ul a")
    colours = links.evaluate_all("(links) => [...new Set(links.map((a) => getComputedStyle(a).color))]")
    assert len(colours) == 1
    button.press("Enter")
    assert chromium.panel(page).url.endswith(f"?paper={paper.replace('/', '%2F')}")
    page.close()


def test_a_page_about_no_paper_is_left_alone(chromium: Chromium) -> None:
    page = chromium.goto("https://arxiv.org/abs/9999.99999")
    expect(page.locator("[id^=papergloss]")).to_have_count(0)
    page.close()
