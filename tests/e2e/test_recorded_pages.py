"""The buttons on arXiv's real pages, whatever is missing or unusual on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browser import Arxiv, Chromium, recorded_arxiv
from support.two_browsers import ChromiumTab

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
    return recorded_arxiv(data_dir)


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


LISTS = {
    "https://arxiv.org/list/cs.CV/new": 10,
    "https://arxiv.org/list/cs.CL/recent": 21,
    "https://export.arxiv.org/list/math/recent": 5,
    "https://www.arxiv.org/catchup/astro-ph/2026-06-26": 97,
    "https://arxiv.org/search/transformer_all": 14,
    "https://arxiv.org/a/he_k_1": 21,
}


@pytest.mark.parametrize("address", LISTS, ids=lambda address: address.split("/", 2)[2])
def test_each_listed_paper_has_one_button_that_opens_it(chromium: Chromium, address: str) -> None:
    page = chromium.goto(address)
    buttons = page.locator(".papergloss-entry a")
    expect(buttons).to_have_count(LISTS[address])
    last = buttons.last
    paper = (last.get_attribute("href") or "").removeprefix("/abs/").removesuffix("#papergloss")
    last.press("Enter")
    assert chromium.panel(page).url.endswith(f"?paper={paper.replace('/', '%2F')}")
    expect(page.locator("[aria-expanded=true][data-papergloss]")).to_have_count(1)
    page.close()


def test_the_way_back_to_a_listing_opens_the_paper_that_was_open(chromium: Chromium) -> None:
    page = chromium.goto("https://arxiv.org/list/cs.CL/recent")
    page.locator(".papergloss-entry a").nth(3).click()
    before = chromium.panel(page).url
    ChromiumTab(page).expect("history.state?.papergloss !== undefined")
    page.goto("https://arxiv.org/abs/1706.03762")
    expect(page.locator("#papergloss-overlay")).to_have_count(0)
    page.go_back()
    assert chromium.panel(page).url == before
    expect(page.locator(".papergloss-entry")).to_have_count(21)
    page.close()


@pytest.mark.parametrize("paper", ["1706.03762v7", "1707.08043v1", "1412.6980v9"])
def test_an_html_paper_has_it_in_arxivs_header(chromium: Chromium, paper: str) -> None:
    page = chromium.goto(f"https://arxiv.org/html/{paper}")
    button = page.locator("header.arxiv-html-header nav").get_by_role("button", name="PaperGloss")
    link = page.locator("header.arxiv-html-header nav a[href^='/abs/']")
    look = "(a) => [getComputedStyle(a).color, getComputedStyle(a).fontSize, getComputedStyle(a).padding]"
    assert button.evaluate(look) == link.evaluate(look)
    button.click()
    assert chromium.panel(page).url.endswith(f"?paper={paper}")
    edge = page.locator("#papergloss-overlay").bounding_box()["x"]
    article = page.locator("article").bounding_box()
    assert article["x"] + article["width"] <= edge
    page.close()


def test_over_the_pdf_viewer_the_overlay_opens_beside_the_pages(chromium: Chromium) -> None:
    page = chromium.goto("https://arxiv.org/pdf/1706.03762v7")
    page.locator("a.papergloss-floating").click()
    assert chromium.panel(page).url.endswith("?paper=1706.03762v7")
    edge = page.locator("#papergloss-overlay").bounding_box()["x"]
    assert page.locator("body").bounding_box()["width"] <= edge
    page.close()


NO_PAPER = ("pdf/2101.10016", "html/2108.10257", "html/2412.19437v2", "list/cs.RO/new", "search/no_results")


@pytest.mark.parametrize("path", NO_PAPER)
def test_where_arxiv_shows_no_paper_there_is_no_button(chromium: Chromium, path: str) -> None:
    page = chromium.goto(f"https://arxiv.org/{path}")
    expect(page.locator("[data-papergloss], [id^=papergloss]")).to_have_count(0)
    page.close()


def test_a_page_about_no_paper_is_left_alone(chromium: Chromium) -> None:
    page = chromium.goto("https://arxiv.org/abs/9999.99999")
    expect(page.locator("[id^=papergloss]")).to_have_count(0)
    page.close()
