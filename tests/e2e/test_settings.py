"""The options page beside the model: money, terms, pages, shortcuts, backups, deleting, browsers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.axe import violations
from support.browser import Arxiv, Chromium, served_arxiv
from support.model_server import ModelServer
from support.reader import Reader, connect
from support.serving import PaperGloss

PATIENCE = 30_000


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    return served_arxiv(site.url)


@pytest.fixture
def owner(chromium: Chromium, own_backend: PaperGloss, model: ModelServer) -> Iterator[Reader]:
    """Someone with a backend and a library of their own."""
    chromium.worker.evaluate("() => chrome.storage.local.clear()")
    own_backend.start()
    reader = connect(chromium, own_backend)
    reader.browser.write_settings(lang="en")
    yield reader
    reader.close_tabs()
    assert reader.complaints() == []


class Settings:
    """Names what is on screen. The interface language must be English."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def section(self, name: str) -> Locator:
        return self.page.locator(f"section#{name}")


def settings(reader: Reader) -> Settings:
    page = Settings(reader.browser.goto(reader.browser.url("options/options.html")))
    expect(page.section("clients")).to_be_visible()
    return page


def glossed(reader: Reader, paper: SmallPaper) -> None:
    panel = reader.open(paper.id)
    panel.finished()
    panel.page.close()


def asked(reader: Reader, path: str) -> Any:
    return reader.backend.call("GET", path, reader.token).json()


def test_the_cap_is_shown_set_and_taken_away(owner: Reader) -> None:
    part = settings(owner).section("spending")
    expect(part).to_contain_text("$0 this month")
    part.get_by_label("Most per month").fill("2.5")
    part.get_by_role("button", name="Save").click()
    expect(part.locator("meter")).to_be_visible()
    assert asked(owner, "/usage")["cap"] == 2.5
    part.get_by_label("Most per month").fill("")
    part.get_by_role("button", name="Save").click()
    expect(part.locator("meter")).to_have_count(0)
    assert asked(owner, "/usage")["cap"] is None


def test_terms_are_added_replaced_and_deleted(owner: Reader) -> None:
    page = settings(owner)
    page.page.get_by_label("Language of the gloss").select_option("de")
    part = page.section("terms")
    expect(part).to_contain_text("Deutsch")
    part.locator("[name=source]").fill("attention head")
    part.locator("[name=target]").fill("Aufmerksamkeitskopf")
    part.locator("[name=target]").press("Enter")
    expect(part.locator("li")).to_have_count(1)
    assert asked(owner, "/terms?lang=de")["terms"] == {"attention head": "Aufmerksamkeitskopf"}
    part.locator("[name=source]").fill("attention head")
    part.locator("[name=target]").fill("Attention-Head")
    part.locator("[name=target]").press("Enter")
    expect(part.locator("li")).to_contain_text("Attention-Head")
    assert asked(owner, "/terms?lang=de")["terms"] == {"attention head": "Attention-Head"}
    part.get_by_role("button", name="Delete “attention head”").click()
    expect(part.locator("li")).to_have_count(0)
    assert asked(owner, "/terms?lang=de")["terms"] == {}


def test_a_kind_of_page_that_is_off_has_no_button(owner: Reader, paper: SmallPaper) -> None:
    part = settings(owner).section("pages")
    part.get_by_label("Abstract pages").uncheck()
    page = owner.browser.goto(f"https://arxiv.org/abs/{paper.id}")
    owner.browser.press_toolbar_button(page)
    expect(page.locator("#papergloss-overlay")).to_be_visible()
    expect(page.locator("#papergloss-button")).to_have_count(0)
    part.get_by_label("Abstract pages").check()
    page.reload()
    expect(page.locator("#papergloss-button")).to_be_visible()
    part.get_by_label("Listings and catch-up").uncheck()
    assert owner.browser.settings()["pagesOff"] == ["listing", "catchup"]


def test_the_card_follows_font_and_size(owner: Reader, paper: SmallPaper) -> None:
    glossed(owner, paper)
    page = settings(owner).page
    page.get_by_label("Face of the texts").select_option("serif")
    page.get_by_label("Size of the gloss").select_option("150")
    panel = owner.open(paper.id)
    panel.finished()
    card = panel.frame.locator(".card").first
    assert card.evaluate("(card) => getComputedStyle(card).zoom") == "1.5"
    assert "Serif" in card.evaluate("(card) => getComputedStyle(card).fontFamily")
    assert panel.violations() == []


def test_the_browser_s_shortcuts_are_listed(owner: Reader) -> None:
    part = settings(owner).section("shortcuts")
    known = owner.browser.worker.evaluate("() => chrome.commands.getAll()")
    expect(part.locator(".field")).to_have_count(len(known))
    assert [command["shortcut"] for command in known] == ["Alt+Shift+O", "Alt+Shift+G"]
    with owner.browser.context.expect_page() as opened:
        part.get_by_role("button", name="Change in the browser").click()
    assert opened.value.url in {"chrome://extensions/shortcuts", "about:blank", ""}


def test_the_whole_library_is_saved_as_a_file(owner: Reader, paper: SmallPaper) -> None:
    glossed(owner, paper)
    part = settings(owner).section("data")
    with part.page.expect_download() as saved:
        part.get_by_role("button", name="Save as JSON").click()
    assert re.fullmatch(r"papergloss-\d{4}-\d\d-\d\d\.json", saved.value.suggested_filename)
    assert paper.id in saved.value.path().read_text("utf-8")


def test_a_backup_is_made_looked_into_and_restored(owner: Reader, paper: SmallPaper) -> None:
    part = settings(owner).section("data")
    part.get_by_role("button", name="Make a backup now").click()
    expect(part.locator(".rows li").first).to_contain_text("made on request")
    glossed(owner, paper)
    part.get_by_role("button", name="What is in it").first.click()
    expect(part).to_contain_text("It holds 0 papers")
    expect(part).to_contain_text("Papers that go: 1")
    assert violations(part.page) == []
    part.get_by_role("button", name="Restore this backup").click()
    expect(part).to_contain_text("made before a restore", timeout=PATIENCE)
    assert asked(owner, "/library/papers")["total"] == 0


def test_everything_is_deleted_after_a_word_was_typed(owner: Reader, paper: SmallPaper) -> None:
    glossed(owner, paper)
    part = settings(owner).section("data")
    button = part.get_by_role("button", name="Delete everything for ever")
    expect(button).to_be_disabled()
    field = part.get_by_label("Type “delete” to confirm")
    field.fill("yes")
    expect(button).to_be_disabled()
    field.press("Enter")
    assert asked(owner, "/library/papers")["total"] == 1
    field.fill("delete")
    button.click()
    expect(part).to_contain_text("Everything is deleted", timeout=PATIENCE)
    assert asked(owner, "/library/papers")["total"] == 0


def test_another_browser_can_be_shut_out_and_forgetting_ends_the_own_token(owner: Reader) -> None:
    secret = owner.backend.link.partition("#")[2]
    other = httpx.post(f"{owner.backend.base}/api/v1/pair", json={"secret": secret})
    assert other.status_code in {403, 410}, "the link was used up by this browser"
    part = settings(owner).section("clients")
    expect(part.locator("li")).to_have_count(1)
    expect(part).to_contain_text("this one")
    token = owner.token
    page = Settings(part.page)
    page.section("backend").get_by_role("button", name="Forget this backend").click()
    page.section("backend").get_by_role("button", name=re.compile("must be connected anew")).click()
    expect(page.section("backend")).to_contain_text("make pair")
    assert owner.browser.settings()["paired"] is None
    with pytest.raises(httpx.HTTPStatusError, match="401"):
        owner.backend.call("GET", "/status", token)
    owner.settings["paired"] = None


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "zh-CN", "zh-TW", "ja"])
def test_everyone_can_read_every_section(owner: Reader, theme: str, lang: str) -> None:
    owner.backend.call("POST", "/library/backups", owner.token)
    owner.backend.call("PUT", "/terms", owner.token, json={"lang": lang, "terms": {"prompt": "提示"}})
    owner.backend.call("PUT", "/usage/cap", owner.token, json={"amount": 3})
    owner.browser.write_settings(theme=theme, lang=lang)
    page = settings(owner).page
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator("#terms li")).to_have_count(1)
    expect(page.locator("#data .rows li").first).to_be_visible()
    assert violations(page) == []
    for width in (320, 640, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
