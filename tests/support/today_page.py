"""The page of the day's papers as a reader uses it, in a tab."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from support.axe import violations


class TodayPage:
    """Names what is on screen. The interface language must be English."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def entries(self) -> Locator:
        """The papers, dropped ones too."""
        return self.page.locator(".entry")

    @property
    def titles(self) -> Locator:
        """Each paper's title, the translated one where there is one."""
        return self.page.locator(".entry-title")

    @property
    def current(self) -> Locator:
        """The paper that the keys are about."""
        return self.page.locator(".entry[aria-current]")

    @property
    def glosses(self) -> Locator:
        """The lines under the papers."""
        return self.page.locator(".entry-gloss")

    @property
    def toast(self) -> Locator:
        """What was just done."""
        return self.page.locator(".toast")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def follow(self, **words: str) -> None:
        """Fills the form that is open, and saves."""
        for name, text in words.items():
            self.page.locator(f"[name={name}]").fill(text)
        self.button("Save").click()

    def violations(self) -> list[str]:
        """What axe-core finds wrong."""
        return violations(self.page)
