"""The library page: papers are found, sorted, read and marked, by the keyboard too; by everyone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browser import Chromium
from support.library_page import LibraryPage
from support.many_papers import fill
from support.reader import Reader, connect
from support.serving import PaperGloss
from support.stocked_library import ATTENTION, READING, RICCI, stored


def test_papers_are_found_while_they_are_typed_and_the_words_are_marked(library: LibraryPage) -> None:
    expect(library.titles).to_have_text([RICCI[1], ATTENTION[1], READING[1]])
    library.press("/")
    library.page.keyboard.type("atten")
    expect(library.lines).to_have_count(1)
    expect(library.page.locator(".line mark").first).to_have_text("Atten")
    library.box.fill("注意")
    expect(library.page.locator(".line mark").first).to_have_text("注意")
    library.box.fill("year:2002")
    expect(library.titles).to_have_text([RICCI[1]])
    library.box.fill("nothing of the kind")
    expect(library.page.locator(".shelf-none")).to_contain_text("Nothing matches")
    library.button("All papers").click()
    expect(library.lines).to_have_count(3)


def test_the_list_is_sorted_and_grouped(library: LibraryPage) -> None:
    library.page.get_by_label("Sort by").select_option("year")
    expect(library.titles.last).to_have_text(RICCI[1])
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
    expect(library.page.locator(".nav .tag-dot")).to_have_text(["to cite"])
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
