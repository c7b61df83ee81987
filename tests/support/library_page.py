"""The library page as a reader uses it, in a tab.

library = LibraryPage(reader.browser)
library.search("attention")
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from support.axe import violations
from support.browser import Chromium


class LibraryPage:
    """Names what is on screen. The interface language must be English."""

    def __init__(self, browser: Chromium, query: str = "") -> None:
        self.page: Page = browser.goto(browser.url(f"library/library.html?{query}"))

    @property
    def lines(self) -> Locator:
        """The papers of the list that are drawn."""
        return self.page.locator(".line-open")

    @property
    def titles(self) -> Locator:
        """The titles of the lines, from above."""
        return self.page.locator(".line-title")

    @property
    def title(self) -> Locator:
        """The title of the open paper."""
        return self.page.locator(".detail .title").first

    @property
    def star(self) -> Locator:
        """The star of the open paper."""
        return self.page.locator(".detail-bar [data-key=s]")

    @property
    def state(self) -> Locator:
        """The reading state of the open paper."""
        return self.page.locator(".detail-bar select")

    @property
    def tags(self) -> Locator:
        """The tags of the open paper."""
        return self.page.locator(".detail-tag")

    @property
    def notes(self) -> Locator:
        """The notes of the open paper."""
        return self.page.locator(".note-item")

    @property
    def toast(self) -> Locator:
        """What was just done."""
        return self.page.locator(".toast")

    @property
    def box(self) -> Locator:
        """The search box."""
        return self.page.get_by_role("searchbox")

    @property
    def refused(self) -> Locator:
        """Changes that are in conflict."""
        return self.page.locator(".refused li")

    def button(self, name: str, *, exact: bool = True) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)

    def open(self, title: str) -> None:
        """Opens a paper of the list."""
        self.lines.filter(has_text=title).click()
        expect(self.title).to_have_text(title)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def add_tag(self, name: str) -> None:
        """By the keyboard."""
        self.press("t")
        self.page.keyboard.type(name)
        self.press("Enter", "Escape")

    def write_note(self, text: str) -> None:
        """By the keyboard."""
        self.press("n")
        self.page.locator(".notes textarea").fill(text)
        self.press("Control+Enter")

    def violations(self) -> list[str]:
        """What axe-core finds wrong."""
        return violations(self.page)
