"""The button on arXiv's page and the overlay that it opens, under a policy that allows nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from support.browser import Chromium
from support.two_browsers import ChromiumTab

PAPER = "https://arxiv.org/abs/2503.20680v1"


@pytest.fixture
def page(chromium: Chromium) -> Iterator[Page]:
    tab = chromium.goto(PAPER)
    yield tab
    tab.close()


def overlay(page: Page) -> Locator:
    return page.locator("#papergloss-overlay")


def test_enter_opens_the_panel_and_escape_gives_the_focus_back(chromium: Chromium, page: Page) -> None:
    button = page.get_by_role("button", name="PaperGloss")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    panel = chromium.panel(page)
    assert panel.url.endswith("panel/panel.html?paper=2503.20680v1")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(overlay(page)).to_be_focused()
    expect(panel.locator(".notice")).to_be_visible()
    panel.locator("body").press("Escape")
    expect(overlay(page)).to_have_count(0)
    expect(button).to_be_focused()


def test_docked_it_narrows_the_page_and_hides_nothing_of_it(page: Page) -> None:
    page.get_by_role("button", name="PaperGloss").click()
    left = overlay(page).bounding_box()["x"]
    for selector in ("blockquote.abstract", ".full-text"):
        box = page.locator(selector).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= left


def test_the_way_back_finds_the_overlay_open(chromium: Chromium, page: Page) -> None:
    page.get_by_role("button", name="PaperGloss").click()
    ChromiumTab(page).expect("history.state?.papergloss !== undefined")
    page.get_by_role("link", name="next").click()
    page.wait_for_url("**/2503.20681")
    expect(overlay(page)).to_have_count(0)
    page.go_back()
    assert "paper=2503.20680v1" in chromium.panel(page).url
    expect(page.locator("#papergloss-button")).to_have_count(1)


def test_the_toolbar_button_toggles_the_overlay(chromium: Chromium, page: Page) -> None:
    chromium.press_toolbar_button(page)
    chromium.panel(page)
    chromium.press_toolbar_button(page)
    expect(overlay(page)).to_have_count(0)


def test_elsewhere_the_toolbar_button_opens_a_tab(chromium: Chromium) -> None:
    tab = chromium.goto("https://arxiv.org/format/2503.20680v2")
    with chromium.context.expect_page() as opened:
        chromium.press_toolbar_button(tab)
    expect(opened.value).to_have_url(chromium.url("panel/panel.html?paper=2503.20680v2"))
    opened.value.close()
    tab.close()


def test_on_a_page_without_a_paper_it_shows_the_overview(chromium: Chromium) -> None:
    tab = chromium.goto("about:blank")
    chromium.press_toolbar_button(tab)
    address = chromium.worker.evaluate(
        """async () => {
            for (;;) {
                const [popup] = await chrome.runtime.getContexts({ contextTypes: ["POPUP"] });
                if (popup?.documentUrl) return popup.documentUrl;
                await new Promise((resolve) => setTimeout(resolve, 50));
            }
        }"""
    )
    assert address.endswith("/popup/popup.html")
    tab.close()
