"""A library of three papers, for tests of the pages that show it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from support.backend import backend as assembled
from support.library import Shelves, card
from support.reader import Reader

READING = ("2503.20680", "细心的读者")
ATTENTION = ("1706.03762", "注意力就是一切")
RICCI = ("math/0211159", "里奇流的熵公式")


def stock(home: Path) -> None:
    """Three papers, the last saved one first in the list."""
    with assembled(home, Shelves.run) as made:
        Shelves(made).save(
            card(*READING[:1], "A Careful Reader", target=READING[1], abstract="It reads $x^2$."),
            card(ATTENTION[0], "Attention Is All You Need", target=ATTENTION[1], year=2017, latest=7),
            card(RICCI[0], "The entropy formula", target=RICCI[1], categories=["math.DG"], year=2002),
        )


def stored(reader: Reader, paper: str) -> dict[str, Any]:
    """What the backend says of a paper."""
    return dict(reader.backend.call("GET", f"/library/papers/{paper}", reader.token).json())


def until_kept(reader: Reader, paper: str) -> None:
    """Waits until the extension has put a paper by."""
    until_stored(reader.browser.context.pages[-1], f"kept/{paper}")


def until_stored(page: Page, prefix: str, *, there: bool = True) -> None:
    """Waits until the extension stores something under a key that begins so, or nothing any more."""
    page.evaluate(
        """({ prefix, there }) => new Promise((done) => {
            const look = async () => {
                const keys = await chrome.storage.local.getKeys();
                if (keys.some((key) => key.startsWith(prefix)) === there) done();
            };
            chrome.storage.local.onChanged.addListener(look);
            void look();
        })""",
        {"prefix": prefix, "there": there},
    )
