"""What a test needs of a browser, the same for Chromium and Firefox: see support.firefox for the other half.

def test_it(driver: Driver) -> None:
    page = driver.goto("https://arxiv.org/abs/1706.03762")
    page.press("#papergloss-button a")
    page.child("panel/panel.html").expect("document.querySelector('h1') !== null")
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame, Page

from support.browser import Chromium

PATIENCE_MS = 60_000


class Tab(Protocol):
    """A tab, or a frame in one. Code is an expression in JavaScript."""

    @property
    def url(self) -> str:
        """The address now."""

    def child(self, part: str) -> Tab:
        """The frame whose address contains `part`; waits until there is one."""

    def run(self, code: str) -> Any:
        """The value of an expression: a string, a number or a boolean."""

    def expect(self, code: str) -> Any:
        """Asserts that an expression becomes true, and returns its value."""

    def press(self, selector: str) -> None:
        """Presses the mouse on an element as soon as it is there."""

    def key(self, name: str) -> None:
        """Presses one key where the focus is."""

    def step(self, by: int) -> None:
        """Goes back or forward in the tab's history, by so many pages."""

    def screenshot(self, path: Path) -> None:
        """What the tab shows, as PNG."""


class Driver(Protocol):
    """A running browser with the extension."""

    def goto(self, url: str) -> Tab:
        """Opens an address in a new tab."""

    def goto_beside(self, url: str) -> Tab:
        """Opens an address so that it is visible beside the others."""

    def tab(self, part: str) -> Tab:
        """The tab whose address contains `part`; waits until there is one."""

    def url(self, path: str) -> str:
        """Address of a page of the extension."""

    def press_toolbar_button(self, tab: Any) -> None:
        """Presses the extension's button over a tab."""

    def stop_background(self, tab: Any) -> None:
        """Ends the extension's worker or event page as the browser does when it is idle; any tab will do."""

    def close(self, *tabs: Any) -> None:
        """Closes tabs."""


@dataclass(frozen=True)
class ChromiumTab:
    """Playwright's page or frame, as Tab."""

    target: Page | Frame

    @property
    def page(self) -> Page:
        return self.target if isinstance(self.target, Page) else self.target.page

    @property
    def url(self) -> str:
        return self.target.url

    def child(self, part: str) -> Self:
        end = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < end:
            for frame in self.page.frames:
                if part in frame.url:
                    return type(self)(frame)
            self.page.wait_for_timeout(20)
        raise AssertionError(f"no frame {part}")

    def run(self, code: str) -> Any:
        return self.target.evaluate(code)

    def expect(self, code: str) -> Any:
        end = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < end:
            # While a page loads, an expression may fail.
            with suppress(PlaywrightError):
                if value := self.run(code):
                    return value
            self.page.wait_for_timeout(50)
        raise AssertionError(f"waited {PATIENCE_MS} ms for {code}")

    def press(self, selector: str) -> None:
        self.target.locator(selector).first.click(timeout=PATIENCE_MS)

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)

    def step(self, by: int) -> None:
        # Playwright waits for a load that a page kept by the browser does not have.
        self.page.evaluate("(by) => { history.go(by); }", by)

    def screenshot(self, path: Path) -> None:
        self.page.screenshot(path=path)


@dataclass(frozen=True)
class InChromium:
    """Chromium, as Driver."""

    browser: Chromium

    def goto(self, url: str) -> ChromiumTab:
        return ChromiumTab(self.browser.goto(url))

    def goto_beside(self, url: str) -> ChromiumTab:
        """To Playwright every tab is visible."""
        return self.goto(url)

    def tab(self, part: str) -> ChromiumTab:
        pages = self.browser.context
        end = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < end:
            for page in pages.pages:
                if part in page.url:
                    return ChromiumTab(page)
            pages.pages[0].wait_for_timeout(20)
        raise AssertionError(f"no tab {part}")

    def url(self, path: str) -> str:
        return self.browser.url(path)

    def press_toolbar_button(self, tab: ChromiumTab) -> None:
        self.browser.press_toolbar_button(tab.page)

    def stop_background(self, tab: ChromiumTab) -> None:
        self.browser.stop_worker(tab.page)

    def close(self, *tabs: ChromiumTab) -> None:
        for tab in tabs:
            tab.page.close()
