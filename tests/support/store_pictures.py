"""Takes the pictures for the stores: `PYTHONPATH=tests python -m support.store_pictures OUT`.

1280 by 800 pixels, as the stores want them, in English and Chinese. Needs PAPERGLOSS_DATA and Chromium; as
in the README's picture, all is real but the model's words, which were written by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import ViewportSize, expect

from support.panel_page import PATIENCE, PanelPage
from support.readme_picture import PAPER, SAID, answer
from support.screenshots import Studio, studio

SIZE: ViewportSize = {"width": 1280, "height": 800}
LANGUAGES = ("en-US", "zh-CN")


def main(out: Path) -> None:
    """Takes every picture in every language."""
    for lang in LANGUAGES:
        folder = out / lang
        folder.mkdir(parents=True, exist_ok=True)
        with studio(folder, answer, lang=lang) as place:
            _gloss(place).page.close()
            place.shoot(_gloss(place).page, "1-gloss", SIZE)
            _evidence(place)
            _figures(place)
            _library(place)
            place.browser.write_settings(theme="dark")
            place.shoot(_gloss(place).page, "5-dark", SIZE)


def _gloss(place: Studio) -> PanelPage:
    """The whole card beside the paper's page."""
    panel = place.reader.open(PAPER)
    panel.page.set_viewport_size(SIZE)
    expect(panel.takeaways).to_have_count(len(SAID["takeaways"]), timeout=PATIENCE)
    expect(panel.frame.locator(".caret")).to_have_count(0, timeout=PATIENCE)
    # What is above the card comes last, and moves it.
    expect(panel.frame.locator(".foot-more, .marks")).to_have_count(2, timeout=PATIENCE)
    return panel


def _evidence(place: Studio) -> None:
    """A takeaway with its passage, as it stands on the page."""
    panel = _gloss(place)
    claim = panel.takeaways.first
    claim.locator("button.cite").click()
    panel.frame.locator(".passage-foot button").first.click()
    expect(panel.frame.locator(".page-crop img").first).to_be_visible(timeout=PATIENCE)
    claim.evaluate("(claim) => claim.scrollIntoView({ block: 'start' })")
    place.shoot(panel.page, "2-evidence", SIZE)


def _figures(place: Studio) -> None:
    """The figures with their captions."""
    panel = _gloss(place)
    panel.load_pictures()
    panel.figures.first.evaluate("(figure) => figure.scrollIntoView({ block: 'start' })")
    place.shoot(panel.page, "3-figures", SIZE)


def _library(place: Studio) -> None:
    """The library with the paper open."""
    page = place.browser.goto(place.browser.url("library/library.html"))
    page.set_viewport_size(SIZE)
    page.locator(".line-open").first.click()
    expect(page.locator(".detail .takeaways")).to_be_visible(timeout=PATIENCE)
    place.shoot(page, "4-library", SIZE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
