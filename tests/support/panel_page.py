"""The panel as a reader uses it: in a frame on arXiv's page, or in a tab.

panel = PanelPage(browser.panel(page))
panel.agree()
panel.finished()
"""

from __future__ import annotations

from playwright.sync_api import Frame, Locator, Page, expect

from support.axe import violations

PATIENCE = 40_000
"""Milliseconds for a whole card on a slow machine."""


class PanelPage:
    """Names what is on screen. The interface language must be English."""

    def __init__(self, frame: Frame | Page) -> None:
        self.frame = frame

    @property
    def page(self) -> Page:
        """The tab that the panel is in."""
        return self.frame if isinstance(self.frame, Page) else self.frame.page

    @property
    def title(self) -> Locator:
        """The large title: translated where there is a translation."""
        return self.frame.locator("h1.title")

    @property
    def original_title(self) -> Locator:
        """The paper's own title: the line under the translated one, or the large one."""
        under = self.frame.locator(".title-original")
        return under if under.count() else self.title

    @property
    def authors(self) -> Locator:
        return self.frame.locator(".authors")

    @property
    def identifier(self) -> Locator:
        """The id and the version."""
        return self.frame.locator(".tags > li").first

    @property
    def notice(self) -> Locator:
        """The title of a whole-panel message."""
        return self.frame.locator(".notice h1")

    @property
    def command(self) -> Locator:
        """What a message says to type where PaperGloss is installed."""
        return self.frame.locator(".notice .command code").last

    @property
    def banner(self) -> Locator:
        return self.frame.locator(".banner")

    @property
    def warnings(self) -> Locator:
        return self.frame.locator(".note")

    @property
    def problems(self) -> Locator:
        return self.frame.locator(".problem")

    @property
    def summary(self) -> Locator:
        return self.frame.locator(".summary")

    @property
    def takeaways(self) -> Locator:
        return self.frame.locator(".takeaways > li")

    @property
    def translations(self) -> Locator:
        """The translated sentences of the abstract."""
        return self.frame.locator(".pair-target")

    @property
    def marks(self) -> Locator:
        """The marks after claims, each opens its evidence."""
        return self.frame.locator("button.cite")

    @property
    def quotes(self) -> Locator:
        """The passages of the opened evidence."""
        return self.frame.locator(".evidence blockquote")

    @property
    def shelf(self) -> Locator:
        """What the reader makes of the paper: state, tags, notes, and where to ask; after the card."""
        return self.frame.locator("section.marks")

    @property
    def figures(self) -> Locator:
        return self.frame.locator(".figure")

    @property
    def foot(self) -> Locator:
        return self.frame.locator(".foot")

    @property
    def status(self) -> Locator:
        """What is said to screen readers."""
        return self.frame.get_by_role("status")

    @property
    def saved(self) -> Locator:
        """The lines of the list of saved papers."""
        return self.frame.locator(".saved > li")

    def button(self, name: str, *, exact: bool = True) -> Locator:
        return self.frame.get_by_role("button", name=name, exact=exact)

    def section(self, heading: str) -> Locator:
        return self.frame.get_by_role("region", name=heading, exact=True)

    def agree(self) -> None:
        """Says yes on the consent screen."""
        self.frame.locator(".notice .button-main").click()

    def finished(self) -> None:
        """Waits until nothing is being written any more and the card is stored."""
        expect(self.button("Copy as Markdown")).to_be_visible(timeout=PATIENCE)
        expect(self.button("Stop")).to_have_count(0)

    def open_list(self) -> None:
        self.button("Saved papers").click()

    def load_pictures(self) -> list[tuple[int, str]]:
        """Scrolls every figure into view; each picture's width in pixels and the scheme of its address."""
        loaded = []
        for figure in self.figures.all():
            figure.scroll_into_view_if_needed()
            picture = figure.locator("img")
            expect(picture).to_have_js_property("complete", True)
            width = picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)")
            loaded.append((width, (picture.get_attribute("src") or "").partition(":")[0]))
        return loaded

    def violations(self) -> list[str]:
        """What axe-core finds wrong."""
        return violations(self.frame)
