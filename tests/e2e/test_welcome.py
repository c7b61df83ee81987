"""From a fresh installation to the first gloss: three clicks, and what helps when a step fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.axe import violations
from support.browser import WELCOME, Chromium, open_chromium
from support.model_faults import status
from support.model_server import ModelServer
from support.panel_page import PATIENCE
from support.pdfs import paper as small_paper_pdf
from support.serving import PaperGloss

SAMPLE = "1706.03762"


@pytest.fixture(scope="module", autouse=True)
def sample(site: ArxivServer) -> None:
    """The sample, also where no recorded papers are."""
    if site.data is None:
        site.add(SmallPaper(SAMPLE, "Attention Is All You Need", pdf=small_paper_pdf()))


class WelcomePage:
    """Names what is on screen. The interface language must be English."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps = page.locator("li.step")
        self.current = page.locator("li[aria-current=step]")
        self.main = page.locator(".step-now .button-main")
        self.result = page.locator(".sample")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)


@pytest.fixture
def fresh(chromium: Chromium, model: ModelServer) -> Iterator[Chromium]:
    """A browser that was never paired."""
    chromium.worker.evaluate("() => chrome.storage.local.clear()")
    yield chromium
    for page in chromium.context.pages[1:]:
        page.close()


def welcome(browser: Chromium) -> WelcomePage:
    return WelcomePage(browser.goto(browser.url(WELCOME.lstrip("/"))))


def reach(page: WelcomePage, backend: PaperGloss) -> None:
    """The backend of a test is at a port of its own."""
    page.page.locator("summary").click()
    page.page.get_by_label("Port").fill(str(backend.port))
    expect(page.steps.nth(0)).to_contain_text(f"Found at 127.0.0.1:{backend.port}")


def test_the_page_opens_after_installing(chrome_build: Path, tmp_path: Path, arxiv: object) -> None:
    with open_chromium(chrome_build, tmp_path / "new", arxiv, keep_welcome=True) as browser:  # type: ignore[arg-type]
        page = next(page for page in browser.context.pages if page.url.endswith(WELCOME))
        expect(page.locator("h1")).to_have_text("Welcome to PaperGloss")
        expect(page.locator("li[aria-current=step] h2")).to_have_text("Find PaperGloss on this computer")


def test_three_clicks_from_the_link_to_the_first_gloss(
    fresh: Chromium, own_backend: PaperGloss, model: ModelServer
) -> None:
    page = welcome(fresh)
    expect(page.page.get_by_text("make run", exact=True)).to_be_visible()
    own_backend.start()
    # Click one: the link in the terminal. The tab that is open already asks, no other one, and at its port.
    tabs = len(fresh.context.pages)
    link = fresh.goto(own_backend.link)
    expect(page.button("Connect")).to_be_visible(timeout=PATIENCE)
    expect(page.steps.nth(0)).to_contain_text(f"Found at 127.0.0.1:{own_backend.port}")
    assert len(fresh.context.pages) == tabs + 1
    assert fresh.settings().get("paired") is None
    page.button("Connect").click()
    expect(page.steps.nth(1)).to_contain_text("Connected")
    expect(page.current).to_contain_text("scripted runs on this computer")
    assert model.requests == [], "nothing is sent before the third click"
    page.main.click()
    expect(page.result).to_be_visible(timeout=PATIENCE)
    expect(page.steps.nth(2)).to_contain_text("scripted at 127.0.0.1")
    expect(page.result.locator("li")).to_have_count(3)
    assert model.chats[0].prompt.startswith("Reply with the single word")
    page.page.get_by_role("link", name="Open the whole gloss").click()
    expect(page.page.locator(".takeaways, .card").first).to_be_visible()
    link.close()


def test_a_link_can_be_pasted_and_a_wrong_one_is_told(fresh: Chromium, own_backend: PaperGloss) -> None:
    own_backend.start()
    page = welcome(fresh)
    reach(page, own_backend)
    field = page.page.get_by_label("Or paste the link here")
    for wrong in ("https://arxiv.org/pair#x", "http://192.168.0.7:8765/pair#x", "http://127.0.0.1:8765/pair"):
        field.fill(wrong)
        expect(page.page.get_by_role("alert")).to_contain_text("not a pairing link")
    field.fill(own_backend.link)
    page.button("Connect").press("Enter")
    expect(page.steps.nth(1)).to_contain_text("Connected")
    assert fresh.settings()["paired"]["base"] == own_backend.base


def test_without_a_model_the_sample_shows_key_sentences_and_says_so(
    fresh: Chromium, environment: dict[str, str], tmp_path: Path
) -> None:
    told = {name: value for name, value in environment.items() if not name.startswith("OPENAI")}
    with PaperGloss(tmp_path / "papergloss", {**told, "PAPERGLOSS_MODEL": ""}) as backend:
        fresh.pair(backend.link)
        page = welcome(fresh)
        expect(page.current).to_contain_text("No model is connected")
        expect(page.button("Choose a model")).to_be_visible()
        page.main.click()
        expect(page.result).to_be_visible(timeout=PATIENCE)
        expect(page.page.get_by_text("Made without a model")).to_be_visible()


def test_a_model_that_refuses_says_why_and_the_sample_works_without_it(
    fresh: Chromium, own_backend: PaperGloss, model: ModelServer
) -> None:
    own_backend.start()
    fresh.pair(own_backend.link)
    model.always(status(401))
    page = welcome(fresh)
    page.main.click()
    expect(page.current).to_contain_text("The provider rejected the key.")
    assert violations(page.page) == []
    expect(page.button("Choose a model")).to_be_visible()
    page.button("Show key sentences without a model").click()
    expect(page.result).to_be_visible(timeout=PATIENCE)


def test_a_backend_that_forgot_this_browser_says_so(fresh: Chromium, own_backend: PaperGloss) -> None:
    own_backend.start()
    fresh.write_settings(paired={"base": own_backend.base, "token": "old"})
    page = welcome(fresh)
    expect(page.current).to_contain_text("does not know this browser any more")
    expect(page.page.get_by_text("make pair", exact=True)).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "zh-CN", "zh-TW", "ja"])
def test_everyone_can_read_it_in_every_language(
    fresh: Chromium, own_backend: PaperGloss, theme: str, lang: str
) -> None:
    own_backend.start()
    fresh.write_settings(theme=theme, lang=lang)
    page = welcome(fresh)
    expect(page.page.locator("html")).to_have_attribute("lang", lang)
    expect(page.page.locator(".command").first).to_be_visible()
    assert violations(page.page) == []
    page.page.locator("summary").click()
    page.page.locator("input[type=number]").fill(str(own_backend.port))
    expect(page.steps.nth(0)).to_have_class("step step-done")
    fresh.goto(own_backend.link)
    expect(page.main).to_be_visible()
    assert violations(page.page) == []
    page.main.click()
    expect(page.steps.nth(1)).to_have_class("step step-done")
    expect(page.main).to_be_enabled()
    assert violations(page.page) == []
    for width in (320, 640, 1200):
        page.page.set_viewport_size({"width": width, "height": 800})
        assert page.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
