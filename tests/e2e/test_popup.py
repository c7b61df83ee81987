"""The overview behind the toolbar button: the page's paper, what is running, what was saved today."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.axe import violations
from support.browser import Arxiv, Chromium, served_arxiv
from support.model_gate import Gate
from support.model_server import ModelServer
from support.reader import Reader

MOST_STOPS = 60
"""More than an overview can have; what was saved today may come in while the keys are pressed."""


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


def popup(browser: Chromium) -> Page:
    """The popup's page in a tab: headless, no real one opens."""
    page = browser.goto(browser.url("popup/popup.html"))
    page.set_viewport_size({"width": 360, "height": 600})
    return page


def test_it_tells_what_runs_and_what_was_saved_today(
    reader: Reader, model: ModelServer, theme: str, paper: SmallPaper, site: ArxivServer
) -> None:
    panel = reader.open(paper.id)
    panel.finished()
    panel.page.close()
    page = popup(reader.browser)
    expect(page.locator(".standing-ready")).to_have_text("scripted")
    first = page.locator("section", has_text="Saved today").locator(".line").first
    expect(first).to_contain_text("Reading Papers in the Margin")
    assert violations(page) == []
    gate = Gate()
    model.always(gate)
    other = SmallPaper(f"{paper.id[:5]}{int(paper.id[5:]) + 500:05d}", "Still Being Read", pdf=paper.pdf)
    site.add(other)
    running = reader.open(other.id)
    expect(running.summary).to_contain_text("。")
    queue = page.locator("section", has_text="In progress")
    page.bring_to_front()
    expect(queue).to_contain_text("Still Being Read")
    gate.open()
    expect(queue).to_have_count(0, timeout=30_000)
    with reader.browser.context.expect_page() as opened:
        first.click()
    expect(opened.value.locator(".card")).to_be_visible()


def test_without_a_backend_it_says_what_to_do(reader: Reader, theme: str) -> None:
    reader.browser.write_settings(paired={"base": "http://127.0.0.1:9", "token": "any"})
    page = popup(reader.browser)
    expect(page.get_by_role("status")).to_have_text("PaperGloss is not running")
    expect(page.get_by_text("make run", exact=True)).to_be_visible()
    assert violations(page) == []
    reader.browser.write_settings(paired=None)
    expect(page.get_by_role("status")).to_have_text("This browser is not connected yet")
    with reader.browser.context.expect_page() as opened:
        page.get_by_role("button", name="Go through the first steps").click()
    expect(opened.value.locator("h1")).to_have_text("Welcome to PaperGloss")


def test_keys_reach_everything(reader: Reader) -> None:
    page = popup(reader.browser)
    expect(page.locator(".standing-ready")).to_be_visible()
    names: list[str] = []
    while names[-2:] != ["Saved papers", "Settings"]:
        page.keyboard.press("Tab")
        names.append(page.evaluate("() => document.activeElement.textContent"))
        assert len(names) < MOST_STOPS, names
