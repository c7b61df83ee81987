"""The browser's own translator, in a real browser: offered without a model only, labelled, and opt-in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Arxiv, Chromium, served_arxiv
from support.reader import Reader
from support.serving import PaperGloss

OFFER = "Translate title and abstract in this browser"
ABSENT = "delete globalThis.Translator"
PRESENT = """globalThis.Translator = {
  availability: async () => "available",
  create: async ({targetLanguage}) => ({
    translate: async (text) => `${targetLanguage}：${text.length} 个字符`,
    destroy: () => {},
  }),
}"""


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


@pytest.fixture
def without_model(chromium: Chromium, own_backend: PaperGloss) -> Iterator[Reader]:
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "PAPERGLOSS_MODEL"):
        del own_backend.environment[name]
    own_backend.start()
    chromium.pair(own_backend.link)
    reader = Reader(chromium, own_backend)
    yield reader
    reader.close_tabs()


def test_a_browser_without_a_translator_offers_none(without_model: Reader, paper: SmallPaper) -> None:
    without_model.browser.context.add_init_script(ABSENT)
    panel = without_model.open(paper.id)
    panel.finished()
    expect(panel.frame.get_by_text("How to connect a model")).to_be_visible()
    expect(panel.button(OFFER)).to_have_count(0)


def test_a_press_translates_and_the_work_is_labelled(without_model: Reader, paper: SmallPaper) -> None:
    without_model.browser.context.add_init_script(PRESENT)
    panel = without_model.open(paper.id)
    panel.finished()
    expect(panel.button(OFFER)).to_be_visible()
    expect(panel.translations).to_have_count(0)
    panel.button(OFFER).click()
    expect(panel.frame.locator(".browser-translation")).to_contain_text("Nothing has checked this")
    expect(panel.title).to_contain_text("zh：")
    expect(panel.translations.first).to_contain_text("个字符")
    expect(panel.original_title).to_have_text(paper.title)
