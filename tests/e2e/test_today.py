"""The page of the day's papers: glossed, kept and dropped by keys, and the same for the papers of a list."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.browser import Answer, Arxiv, served_arxiv
from support.listing import listing
from support.model_script import answer as scripted
from support.model_script import pretend
from support.model_server import ModelServer, Request
from support.oai import announced, last_week
from support.reader import Reader
from support.today_page import TodayPage

_numbers = itertools.count(1)
_lists: dict[str, list[SmallPaper]] = {}


@pytest.fixture(scope="module")
def arxiv(site: ArxivServer) -> Arxiv:
    served = served_arxiv(site.url)

    def answer(path: str) -> Answer:
        return Answer(listing(_lists[path])) if path in _lists else served(path)

    return answer


def made(*titles: str) -> list[SmallPaper]:
    """Papers that nobody has glossed yet."""
    return [SmallPaper(f"2509.{next(_numbers):05}", title) for title in titles]


@pytest.fixture(autouse=True)
def unfollowed(reader: Reader) -> Iterator[None]:
    """What a test follows, the tests of other files do not."""
    yield
    follow(reader)


def follow(reader: Reader, *categories: str) -> None:
    reader.backend.call("PUT", "/settings/following", reader.token, json={"categories": categories})


def opened(reader: Reader, query: str = "") -> TodayPage:
    return TodayPage(reader.browser.goto(reader.browser.url(f"today/today.html{query}")))


def stored(reader: Reader, q: str) -> list[dict[str, Any]]:
    """What the library finds."""
    found = reader.backend.call("GET", "/library/papers", reader.token, params={"q": q}).json()
    return list(found["papers"])


def test_papers_are_kept_and_dropped_by_keys_and_land_in_the_library(
    reader: Reader, site: ArxivServer
) -> None:
    papers = made("Zinc Batteries", "Yeast Proteins", "Xenon Lamps")
    site.announce("cs.AR", *[("new", paper) for paper in papers])
    today = opened(reader)
    today.follow(categories="cs.AR", keywords="yeast, lamp")
    expect(today.titles).to_have_text(["Yeast Proteins", "Zinc Batteries", "Xenon Lamps"])
    expect(today.current).to_contain_text("You follow: yeast")

    with today.page.expect_response("**/today/decisions"):
        today.press("k")
    expect(today.current).to_contain_text("Zinc Batteries")
    with today.page.expect_response("**/today/decisions"):
        today.press("d")
    expect(today.current).to_contain_text("Xenon Lamps")
    expect(today.entries.nth(1)).to_contain_text("Dropped")
    assert [paper["state"] for paper in stored(reader, "yeast")] == ["to_read"]
    assert [paper["state"] for paper in stored(reader, "zinc")] == ["dropped"]
    with today.page.expect_response("**/library/undo"):
        today.press("u")
    expect(today.current).to_contain_text("Zinc Batteries")
    assert stored(reader, "zinc") == []
    with today.page.expect_response("**/today/decisions"):
        today.press("d")

    today.press("p", "p", "a")
    expect(today.current).to_contain_text("The code is at")
    today.press("?")
    expect(today.page.get_by_role("dialog")).to_contain_text("keep to read")
    today.press("Escape")
    today.page.reload()
    expect(today.titles).to_have_text(["Yeast Proteins", "Xenon Lamps"])
    expect(today.entries.first).to_contain_text("In the library")
    with reader.browser.context.expect_page() as tab:
        today.press("Enter")
    expect(tab.value).to_have_url(reader.browser.url(f"panel/panel.html?paper={papers[1].id}v1"))


def test_every_paper_gets_its_line_and_one_that_fails_is_plain(
    reader: Reader, site: ArxivServer, model: ModelServer
) -> None:
    def answer(request: Request) -> str:
        return "" if "Never Told" in request.prompt else scripted(request.body)

    model.answer = answer
    papers = made("Always Told", "Never Told")
    site.announce("cs.ET", *[("new", paper) for paper in papers])
    follow(reader, "cs.ET")
    today = opened(reader)
    today.button("Gloss these 2 papers").click()
    expect(today.page.locator(".gloss-bar")).to_contain_text("2 papers.")
    today.button("Begin").click()
    expect(today.page.locator(".gloss-bar")).to_contain_text("1 could not be glossed.")
    expect(today.titles).to_have_text([pretend("Always Told"), "Never Told"])
    expect(today.glosses).to_have_count(1)
    expect(today.entries.nth(1)).to_contain_text("This paper could not be glossed.")
    for theme in ("light", "dark"):
        reader.browser.write_settings(theme=theme)
        expect(today.page.locator("html")).to_have_attribute("data-theme", theme)
        assert today.violations() == []
    today.page.reload()
    expect(today.glosses).to_have_count(1)


def test_an_earlier_day_is_chosen_and_a_day_without_papers_says_why(
    reader: Reader, site: ArxivServer
) -> None:
    follow(reader, "cs.MS")
    monday = last_week()
    for day, paper in zip((1, 2), made("Of Tuesday", "Of Wednesday"), strict=True):
        announced(site.oai, "cs:cs:MS", monday + timedelta(days=day), paper)
    today = opened(reader, f"?day={monday + timedelta(days=2)}")
    expect(today.titles).to_have_text(["Of Wednesday"])
    today.button("The day before").click()
    expect(today.titles).to_have_text(["Of Tuesday"])
    today.page.reload()
    expect(today.titles).to_have_text(["Of Tuesday"])
    assert today.violations() == []
    today.page.get_by_label("Day of the announcements").last.fill(str(monday + timedelta(days=3)))
    expect(today.page.get_by_text("On some holidays it pauses.")).to_be_visible()
    today.page.get_by_label("Day of the announcements").last.fill(str(monday + timedelta(days=5)))
    expect(today.page.get_by_text("nothing on Saturdays and Sundays")).to_be_visible()


def test_the_papers_of_a_search_on_a_page_of_their_own(reader: Reader, site: ArxivServer) -> None:
    papers = made("Found First", "Found Second")
    site.add(*papers)
    _lists["/search/?query=found"] = papers
    page = reader.browser.goto("https://arxiv.org/search/?query=found")
    page.get_by_role("button", name="Gloss this page").click()
    with reader.browser.context.expect_page() as tab:
        page.get_by_role("button", name="on a page of their own").click()
    today = TodayPage(tab.value)
    expect(today.titles).to_have_text(["Found First", "Found Second"])
    expect(today.page.get_by_text("Computation and Language")).to_be_visible()
    with today.page.expect_response("**/today/decisions"):
        today.press("k")
    assert [paper["id"] for paper in stored(reader, '"Found First"')] == [papers[0].id]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_without_a_backend_it_says_what_to_do(reader: Reader, theme: str) -> None:
    reader.browser.write_settings(theme=theme, paired={"base": "http://127.0.0.1:9", "token": "any"})
    today = opened(reader)
    expect(today.page.get_by_role("heading", name="PaperGloss is not running")).to_be_visible()
    expect(today.page.get_by_text("make run", exact=True)).to_be_visible()
    assert today.violations() == []
