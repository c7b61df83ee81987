"""Pictures of the panel in real use, for looking at: `PYTHONPATH=tests python -m support.screenshots OUT`.

Needs PAPERGLOSS_DATA and Chromium. What the model says means nothing: see model_script.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, expect

from support.arxiv_server import ArxivServer
from support.browser import ROOT, Chromium, build_extension, open_chromium, served_arxiv
from support.model_faults import status
from support.model_gate import Gate
from support.model_server import Answer, Exchange, ModelServer
from support.panel_page import PATIENCE, PanelPage
from support.reader import Reader, connect
from support.serving import PaperGloss

PAPER = "1706.03762"
DESK: ViewportSize = {"width": 1360, "height": 900}
TALL: ViewportSize = {"width": 1360, "height": 2600}


@dataclass
class Studio:
    """Everything that is needed for a picture, and where the pictures go."""

    out: Path
    reader: Reader
    model: ModelServer

    @property
    def browser(self) -> Chromium:
        return self.reader.browser

    def shoot(self, page: Page, name: str, size: ViewportSize | None = None) -> None:
        """Takes one picture, and closes the tab."""
        page.set_viewport_size(size or DESK)
        page.screenshot(path=self.out / f"{name}.png", animations="disabled")
        page.close()

    def finished(self, paper: str = PAPER, size: ViewportSize | None = None) -> PanelPage:
        """A finished card, all its pictures loaded, scrolled to its top."""
        panel = self.reader.open(paper)
        panel.finished()
        panel.page.set_viewport_size(size or DESK)
        panel.load_pictures()
        panel.frame.locator("main").evaluate("(main) => main.scrollTo(0, 0)")
        return panel


def main(out: Path) -> None:
    """Takes all pictures."""
    expect.set_options(timeout=PATIENCE)
    out.mkdir(parents=True, exist_ok=True)
    with studio(out) as place:
        _first_steps(place)
        _states(place)
        for theme in ("light", "dark"):
            place.browser.write_settings(theme=theme)
            _done(place, theme)
        place.reader.restore()
        _languages(place)
        _special_papers(place)


@contextmanager
def studio(out: Path, answer: Answer | None = None, *, lang: str = "en-US") -> Iterator[Studio]:
    """A paired browser in this language, and behind it a model that gives these answers."""
    recorded = Path(os.environ.get("PAPERGLOSS_DATA", ROOT.parent / "shared" / "data"))
    with tempfile.TemporaryDirectory() as folder, ArxivServer(recorded) as site, ModelServer(answer) as model:
        environment = {
            "PAPERGLOSS_ARXIV_URL": site.url,
            "PAPERGLOSS_ARXIV_API_URL": site.api_url,
            "OPENAI_BASE_URL": model.base_url,
            "OPENAI_API_KEY": "local",
            "PAPERGLOSS_MODEL": "scripted",
        }
        build = build_extension(Path(folder) / "dist")
        with (
            PaperGloss(Path(folder) / "home", environment) as backend,
            open_chromium(build, Path(folder) / "profile", served_arxiv(site.url), lang=lang) as browser,
        ):
            yield Studio(out, connect(browser, backend), model)


def _first_steps(place: Studio) -> None:
    """Not paired, the printed link, the question, the consent to a provider elsewhere, the backend off."""
    browser = place.browser
    browser.write_settings(paired=None)
    panel = place.reader.open(PAPER)
    expect(panel.command).to_be_visible()
    place.shoot(panel.page, "not-paired")
    elsewhere = {"OPENAI_BASE_URL": "https://api.deepseek.com/v1", "PAPERGLOSS_MODEL": "deepseek-chat"}
    shared = place.reader.backend
    with PaperGloss(shared.home.with_name("home-2"), {**shared.environment, **elsewhere}) as backend:
        question = browser.offer(backend.link)
        expect(question.locator(".button-main")).to_be_visible()
        question.set_viewport_size(DESK)
        question.screenshot(path=place.out / "pairing-question.png")
        place.shoot(next(page for page in browser.context.pages if "/pair" in page.url), "pairing-page")
        question.locator(".button-main").click()
        expect(question.locator("select")).to_be_visible()
        place.shoot(question, "pairing-done")
        panel = place.reader.open(PAPER)
        expect(panel.frame.locator(".facts")).to_be_visible()
        place.shoot(panel.page, "consent")
    panel = place.reader.open(PAPER)
    expect(panel.command).to_be_visible()
    place.shoot(panel.page, "backend-off")
    place.reader.restore()


def _states(place: Studio) -> None:
    """Being written, and a part that failed."""
    gate = Gate()
    place.model.always(gate)
    panel = place.reader.open("1412.6980")
    expect(panel.summary).to_contain_text("。")
    place.shoot(panel.page, "streaming")
    gate.open()

    def refuse_summaries(exchange: Exchange) -> None:
        if "TAKEAWAYS" in exchange.request.prompt:
            status(401)(exchange)
        else:
            exchange.say(place.model.answer(exchange.request))

    place.model.always(refuse_summaries)
    panel = place.reader.open("1503.02531")
    expect(panel.problems).to_have_count(1)
    place.shoot(panel.page, "failed-summary")
    place.model.always(status(401))
    panel = place.reader.open("0908.0054")
    expect(panel.problems).to_have_count(3)
    place.shoot(panel.page, "failed-all")
    place.model.always(None)


def _done(place: Studio, theme: str) -> None:
    """The finished card, its evidence, a large figure, the list, the settings."""
    place.shoot(place.finished().page, f"done-{theme}")
    place.shoot(place.finished(size=TALL).page, f"done-whole-{theme}", TALL)
    panel = place.finished()
    panel.takeaways.first.locator("button.cite").click()
    panel.button("Show on page").first.click()
    crop = panel.frame.locator(".page-crop img").first
    expect(crop).to_be_visible()
    crop.scroll_into_view_if_needed()
    place.shoot(panel.page, f"evidence-{theme}")
    panel = place.finished()
    panel.figures.first.locator("button").first.click()
    expect(panel.frame.locator("dialog img")).to_be_visible()
    place.shoot(panel.page, f"figure-{theme}")
    panel = place.finished()
    panel.open_list()
    expect(panel.saved.first).to_be_visible()
    place.shoot(panel.page, f"list-{theme}")
    options = place.browser.goto(place.browser.url("options/options.html"))
    expect(options.locator(".provider .field")).to_have_count(4)
    place.shoot(options, f"options-{theme}")


def _languages(place: Studio) -> None:
    """The interface in Chinese, and cards in other scripts."""
    for lang in ("zh-CN", "ja", "ar", "en"):
        place.browser.write_settings(lang=lang)
        panel = place.reader.open(PAPER)
        expect(panel.frame.locator(".foot-more")).to_be_visible()
        panel.load_pictures()
        panel.frame.locator("main").evaluate("(main) => main.scrollTo(0, 0)")
        place.shoot(panel.page, f"lang-{lang}", TALL)
    place.browser.write_settings(lang=None)


def _special_papers(place: Studio) -> None:
    """Withdrawn, an old version, thousands of authors; and a panel in a tab of its own."""
    for paper in ("0704.0213", "1706.03762v1", "1411.4413", "1503.07589"):
        place.shoot(place.finished(paper).page, f"paper-{paper}")
    tab = place.reader.panel_tab(f"paper={PAPER}")
    tab.finished()
    place.shoot(tab.page, "tab")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
