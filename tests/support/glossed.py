"""Either browser, connected with a backend, and a paper that was glossed in it."""

from __future__ import annotations

from dataclasses import dataclass

from support.serving import PaperGloss
from support.two_browsers import Driver, Tab

CARD_IS_WHOLE = "document.querySelector('button[aria-label=\"Copy as Markdown\"]') !== null"


@dataclass(frozen=True)
class Glossed:
    """A browser that was connected by the printed link, and the first paper that was glossed in it."""

    driver: Driver
    backend: PaperGloss
    paper: str
    asked_before_consent: int

    def open(self) -> tuple[Tab, Tab]:
        """The paper's page once more, and the panel in it."""
        page = self.driver.goto(f"https://arxiv.org/abs/{self.paper}")
        panel = press(page, self.paper)
        panel.expect(CARD_IS_WHOLE)
        return page, panel


def press(page: Tab, paper: str) -> Tab:
    """Presses the button on a page of arXiv, and returns the panel that opens for the paper."""
    page.press("#papergloss-button a")
    return page.child(f"panel/panel.html?paper={paper}")


def connect(driver: Driver, backend: PaperGloss) -> None:
    """Opens the printed link and says yes."""
    page = driver.goto(backend.link)
    question = driver.tab("welcome/pair.html")
    question.press(".button-main")
    question.expect("document.querySelector('h1')?.textContent === 'Connected'")
    driver.close(page, question)
