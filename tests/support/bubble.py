"""Selecting text on a page, and the bubble that opens there.

bubble = select(page, "p.ltx_p").press()
bubble.finished()
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Frame, Locator, Page, expect

from support.axe import violations

PATIENCE = 30_000

_SELECT = """([first, last]) => {
    const [from, to] = [first, last].map((path) => document.querySelector(path));
    from.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(from, 0);
    range.setEnd(to, to.childNodes.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}"""


@dataclass
class Bubble:
    """What is in the bubble, or in its page in a tab. The interface language must be English."""

    frame: Frame | Page

    @property
    def text(self) -> Locator:
        """The answer."""
        return self.frame.locator(".said")

    @property
    def marks(self) -> Locator:
        """What is said about sentences that did not pass a check."""
        return self.frame.locator(".said .kept")

    @property
    def formulas(self) -> Locator:
        """Formulas that are set, not shown as their source."""
        return self.frame.locator(".said math")

    @property
    def title(self) -> Locator:
        """The title of a message that stands in place of an answer."""
        return self.frame.locator(".notice h1")

    def button(self, name: str) -> Locator:
        return self.frame.get_by_role("button", name=name, exact=True)

    def finished(self) -> None:
        """Waits until the whole answer is there."""
        expect(self.button("Copy")).to_be_visible(timeout=PATIENCE)

    def violations(self) -> list[str]:
        """What axe-core finds wrong."""
        return violations(self.frame)


def select(page: Page, first: str, last: str | None = None) -> None:
    """Selects from the beginning of an element to the end of it or of another, as a drag does."""
    page.evaluate(_SELECT, [first, last or first])


def offered(page: Page) -> Locator:
    """The small button at the selection."""
    return page.locator("#papergloss-selection-button button")


def bubble(page: Page) -> Bubble:
    """The bubble, once it is there."""
    element = page.locator("#papergloss-bubble iframe").element_handle()
    frame = element.content_frame()
    assert frame is not None
    frame.wait_for_url(lambda url: "/panel/panel.html?selection" in url)
    return Bubble(frame)
