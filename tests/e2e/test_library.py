"""The library page: find, read and mark saved papers; with the backend and without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from support.backend import backend as assembled
from support.browser import Chromium
from support.library import Shelves, card
from support.library_page import LibraryPage
from support.many_papers import fill
from support.reader import Reader, connect
from support.serving import PaperGloss

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


@pytest.fixture
def stocked(chromium: Chromium, environment: dict[str, str], tmp_path: Path) -> Iterator[Reader]:
    """A paired browser and a library of three papers."""
    stock(tmp_path / "papergloss")
    with PaperGloss(tmp_path / "papergloss", environment) as process:
        reader = connect(chromium, process)
        yield reader
        reader.close_tabs()
        # A test ends where it kills the backend or starts it again; the browser says so by itself.
        assert [said for said in reader.complaints() if "ERR_" not in said] == []


@pytest.fixture
def library(stocked: Reader) -> LibraryPage:
    page = LibraryPage(stocked.browser)
    expect(page.lines).to_have_count(3)
    return page


def stored(reader: Reader, paper: str) -> dict[str, Any]:
    """What the backend says of a paper."""
    return dict(reader.backend.call("GET", f"/library/papers/{paper}", reader.token).json())


def until_kept(reader: Reader, paper: str) -> None:
    """Waits until the extension has put a paper by."""
    page = reader.browser.context.pages[-1]
    page.wait_for_function(
        "(key) => chrome.storage.local.get(key).then((found) => key in found)", arg=f"kept/{paper}"
    )


def test_papers_are_found_while_they_are_typed_and_the_words_are_marked(library: LibraryPage) -> None:
    assert library.titles == [RICCI[1], ATTENTION[1], READING[1]]
    library.press("/")
    library.page.keyboard.type("atten")
    expect(library.lines).to_have_count(1)
    expect(library.page.locator(".line mark").first).to_have_text("Atten")
    library.box.fill("注意")
    expect(library.page.locator(".line mark").first).to_have_text("注意")
    library.box.fill("year:2002")
    expect(library.page.locator(".line-title")).to_have_text([RICCI[1]])
    library.box.fill("nothing of the kind")
    expect(library.page.locator(".shelf-none")).to_contain_text("Nothing matches")
    library.button("All papers").click()
    expect(library.lines).to_have_count(3)


def test_the_list_is_sorted_and_grouped(library: LibraryPage) -> None:
    library.page.get_by_label("Sort by").select_option("year")
    expect(library.page.locator(".line-title").last).to_have_text(RICCI[1])
    library.page.get_by_label("Group by").select_option("category")
    expect(library.page.locator(".line-heading h2")).to_have_text(["cs.CL", "math.DG"])
    library.page.reload()
    expect(library.page.locator(".line-heading h2")).to_have_text(["cs.CL", "math.DG"])


def test_a_paper_is_read_and_marked_by_the_keyboard(stocked: Reader, library: LibraryPage) -> None:
    library.press("j")
    expect(library.title).to_have_text(RICCI[1])
    library.press("j")
    expect(library.title).to_have_text(ATTENTION[1])
    library.press("s", "e")
    library.add_tag("to cite")
    library.write_note("# Why\nIt has $a^2$ and `code`.\n\n- one\n- two")
    expect(library.star).to_have_attribute("aria-pressed", "true")
    expect(library.state).to_have_value("read")
    expect(library.tags).to_have_text("to cite")
    expect(library.notes.locator("h3")).to_have_text("Why")
    expect(library.notes.locator("li")).to_have_text(["one", "two"])
    expect(library.notes.locator("math")).to_have_count(1)
    expect(library.page.locator(".nav .tag-dot")).to_have_text("to cite")
    kept = stored(stocked, ATTENTION[0])
    assert (kept["starred"], kept["state"], [tag["name"] for tag in kept["tags"]]) == (
        True,
        "read",
        ["to cite"],
    )
    library.press("k")
    expect(library.title).to_have_text(RICCI[1])
    library.press("?")
    expect(library.page.get_by_role("dialog")).to_contain_text("add a tag")
    library.press("Escape", "Escape")
    expect(library.page.locator(".detail-none")).to_be_visible()


def test_several_are_changed_at_once_and_what_is_deleted_comes_back(
    stocked: Reader, library: LibraryPage
) -> None:
    library.press("x")
    library.lines.nth(1).click(modifiers=["Control"])
    expect(library.page.locator(".bulk")).to_contain_text("2 selected")
    library.page.locator(".bulk").get_by_role("button", name="Move to the trash").click()
    expect(library.lines).to_have_count(1)
    expect(library.toast).to_contain_text("Moved 2 to the trash.")
    library.press("z")
    expect(library.lines).to_have_count(3)

    library.open(READING[1])
    library.press("Delete")
    expect(library.lines).to_have_count(2)
    library.button("Trash").click()
    library.open(READING[1])
    library.page.locator(".detail").get_by_role("button", name="Restore").click()
    library.button("All papers").click()
    expect(library.lines).to_have_count(3)


def test_what_is_in_the_trash_is_deleted_for_ever_after_a_question(
    stocked: Reader, library: LibraryPage
) -> None:
    for title in (READING[1], RICCI[1]):
        library.open(title)
        library.press("Delete")
        expect(library.title).to_have_count(0)
    library.button("Trash").click()
    library.open(READING[1])
    library.button("Delete for ever").click()
    dialog = library.page.get_by_role("dialog")
    expect(dialog).to_contain_text(READING[1])
    assert library.violations() == []
    dialog.get_by_role("button", name="Delete for ever").click()
    expect(library.lines).to_have_count(1)
    library.button("Empty the trash").click()
    dialog.get_by_role("button", name="Delete for ever").click()
    expect(library.lines).to_have_count(0)
    ids = [
        paper["id"]
        for trash in ("false", "true")
        for paper in stocked.backend.call("GET", f"/library/papers?trash={trash}", stocked.token).json()[
            "papers"
        ]
    ]
    assert ids == [ATTENTION[0]]


def test_what_was_opened_can_be_read_and_changed_while_the_backend_is_dead(
    stocked: Reader, library: LibraryPage
) -> None:
    for paper, title in (READING, ATTENTION):
        library.open(title)
        until_kept(stocked, paper)
    stocked.backend.kill()

    library.page.reload()
    expect(library.page.get_by_role("heading", name="PaperGloss is not running")).to_be_visible()
    library.press("Escape")
    expect(library.page.locator(".line-title")).to_have_text([ATTENTION[1], READING[1]])
    library.box.fill("careful")
    expect(library.page.locator(".line-title")).to_have_text([READING[1]])
    library.open(READING[1])
    expect(library.page.locator(".summary")).to_contain_text("It works.")
    library.star.click()
    library.add_tag("later")
    library.write_note("Written away.")
    expect(library.notes).to_contain_text("Written away.")
    expect(library.page.get_by_role("status").first).to_contain_text("3")
    assert library.violations() == []
    library.page.reload()
    expect(library.tags).to_have_text("later")
    expect(library.star).to_have_attribute("aria-pressed", "true")

    stocked.backend.start()
    expect(library.page.locator(".line-title")).to_have_count(3, timeout=20_000)
    expect(library.notes).to_contain_text("Written away.")
    expect(library.tags).to_have_text("later")
    kept = stored(stocked, READING[0])
    assert (kept["starred"], kept["note_count"]) == (True, 1)
    assert not [key for key in stocked.browser.settings() if key.startswith("pending/")]


def test_nothing_that_was_changed_elsewhere_is_overwritten(stocked: Reader, library: LibraryPage) -> None:
    token, path = stocked.token, f"/library/papers/{READING[0]}"
    note = stocked.backend.call("POST", f"{path}/notes", token, json={"body": "first"}).json()
    library.page.reload()
    library.open(READING[1])
    expect(library.notes).to_contain_text("first")
    until_kept(stocked, READING[0])
    stocked.backend.kill()
    library.page.reload()
    library.state.select_option("read")
    library.notes.get_by_role("button", name="Edit").click()
    library.page.locator(".notes textarea").fill("mine")
    library.press("Control+Enter")
    expect(library.page.get_by_role("status").first).to_contain_text("2")
    library.page.goto("about:blank")

    stocked.backend.start()
    stocked.backend.call("PATCH", path, token, json={"state": "dropped"})
    stocked.backend.call(
        "PATCH", f"/library/notes/{note['id']}", token, json={"body": "theirs", "based_on": 1}
    )
    library = LibraryPage(stocked.browser, f"paper={READING[0]}")
    expect(library.refused).to_have_count(2)
    assert library.violations() == []
    kept = stored(stocked, READING[0])
    assert (kept["state"], kept["notes"][0]["body"]) == ("dropped", "theirs")
    expect(library.refused.first).to_contain_text("Dropped")
    library.refused.first.get_by_role("button", name="Keep what is stored").click()
    expect(library.refused).to_have_count(1)
    expect(library.refused.first).to_contain_text("theirs")
    library.refused.first.get_by_role("button", name="Use mine").click()
    expect(library.refused).to_have_count(0)
    expect(library.notes).to_contain_text("mine")
    kept = stored(stocked, READING[0])
    assert (kept["state"], kept["notes"][0]["body"]) == ("dropped", "mine")


@pytest.mark.parametrize(
    ("lang", "theme"), [("en", "light"), ("zh-CN", "dark"), ("ja", "light"), ("ar", "dark")]
)
def test_everyone_can_read_it(stocked: Reader, library: LibraryPage, lang: str, theme: str) -> None:
    stocked.browser.write_settings(lang=lang, theme=theme)
    library.page.reload()
    library.lines.first.click()
    expect(library.title).to_be_visible()
    library.press("x")
    expect(library.page.locator(".bulk")).to_be_visible()
    assert library.violations() == []
    for width in (380, 900, 1500):
        library.page.set_viewport_size({"width": width, "height": 800})
        assert library.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    library.press("?")
    assert library.violations() == []


def test_a_long_list_draws_only_what_is_seen(
    chromium: Chromium, environment: dict[str, str], tmp_path: Path
) -> None:
    home = tmp_path / "papergloss"
    home.mkdir()
    fill(home / "papergloss.sqlite3", 3000, texts=False).close()
    with PaperGloss(home, environment) as process:
        reader = connect(chromium, process)
        library = LibraryPage(chromium)
        expect(library.page.locator("output")).to_have_text("3,000 papers")
        assert library.lines.count() < 40
        library.page.locator(".lines").evaluate("(box) => box.scrollTo(0, 1e9)")
        last = library.page.locator("[aria-posinset='3000']")
        expect(last).to_be_visible()
        expect(last).to_have_attribute("aria-setsize", "3000")
        assert library.lines.count() < 40
        reader.close_tabs()


def test_the_panel_shows_a_kept_card_while_the_backend_is_dead(stocked: Reader, library: LibraryPage) -> None:
    library.open(READING[1])
    until_kept(stocked, READING[0])
    stocked.backend.kill()
    panel = stocked.panel_tab(f"paper={READING[0]}v1")
    expect(panel.title).to_have_text(READING[1])
    expect(panel.banner).to_contain_text("PaperGloss is not running")
    assert panel.violations() == []
    unknown = stocked.panel_tab("paper=2511.99999")
    expect(unknown.notice).to_have_text("PaperGloss is not running")
    expect(unknown.frame.get_by_role("link", name="Open the library")).to_be_visible()

    stocked.browser.write_settings(paired=None)
    unknown.page.wait_for_function(
        "() => chrome.storage.local.getKeys().then((keys) => !keys.some((key) => key.startsWith('kept')))"
    )


def test_tags_and_collections_are_looked_after(stocked: Reader, library: LibraryPage) -> None:
    for title, tag in ((READING[1], "one"), (ATTENTION[1], "two")):
        library.open(title)
        library.add_tag(tag)
        expect(library.tags).to_have_text(tag)
    library.button("Tags and collections").click()
    sheet = library.page.get_by_role("dialog")
    sheet.get_by_label("Name of “one”").fill("first")
    sheet.get_by_label("Name of “one”").press("Enter")
    sheet.get_by_label("Merge “two” into").select_option("first")
    expect(sheet.get_by_label("Name of “two”")).to_have_count(0)
    sheet.get_by_label("Name of a new collection").fill("Thesis")
    sheet.get_by_role("button", name="Add").click()
    expect(sheet.get_by_role("button", name="Delete the collection “Thesis”")).to_be_visible()
    assert library.violations() == []
    library.press("Escape")
    expect(library.page.locator(".nav .tag-dot")).to_have_text("first")
    assert [tag["name"] for tag in stored(stocked, ATTENTION[0])["tags"]] == ["first"]
    library.press("x")
    library.page.get_by_label("Put into a collection").select_option("Thesis")
    expect(library.page.locator(".place", has_text="Thesis")).to_contain_text("1")
    library.button("Tags and collections").click()
    sheet.get_by_label("Name of the collection “Thesis”").fill("PhD")
    sheet.get_by_label("Name of the collection “Thesis”").press("Enter")
    library.press("Escape")
    expect(library.page.locator(".place", has_text="PhD")).to_contain_text("1")
    library.button("Take out of “PhD”").click()
    expect(library.page.locator(".place", has_text="PhD")).to_contain_text("0")
    expect(library.page.locator(".detail .Z3988")).to_have_attribute("title", re.compile("ctx_ver=Z39.88"))


def test_papers_leave_as_a_file_and_come_back_from_one(
    stocked: Reader, library: LibraryPage, tmp_path: Path
) -> None:
    library.button("Import and export").click()
    with library.page.expect_download() as saved:
        library.button("Save as a file").click()
    exported = tmp_path / "exported.bib"
    saved.value.save_as(exported)
    assert exported.read_text("utf-8").count("@") == 3
    stocked.backend.call("POST", "/library/erase", stocked.token, json={"paper": READING[0]})
    library.page.get_by_label("File to import").set_input_files(exported)
    expect(library.page.get_by_role("dialog").get_by_role("status")).to_contain_text("new: 1")
    assert library.violations() == []
    library.button("Import 1 papers").click()
    expect(library.page.get_by_role("dialog").get_by_role("status")).to_contain_text("Imported.")
    library.press("Escape")
    expect(library.lines).to_have_count(3)


def test_two_cards_of_a_paper_are_compared(stocked: Reader, library: LibraryPage, tmp_path: Path) -> None:
    stocked.backend.stop()
    with assembled(tmp_path / "papergloss", Shelves.run) as made:
        Shelves(made).save(
            card(READING[0], "A Careful Reader", target=READING[1], version=2, claims=["It fails."])
        )
    stocked.backend.start()
    library = LibraryPage(stocked.browser, f"paper={READING[0]}")
    library.page.locator(".history summary").click()
    expect(library.page.locator(".history li").first).to_contain_text("glossed")
    choice = library.page.locator(".history select")
    choice.select_option(index=1)
    expect(library.page.locator(".compared mark").first).to_be_visible()
    assert library.violations() == []
