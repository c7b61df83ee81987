"""The library page: many papers are changed at once, deleted, brought back, taken out and in."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import backend as assembled
from support.library import Shelves, card
from support.library_page import LibraryPage
from support.reader import Reader
from support.sayings import asked, selected
from support.stocked_library import ATTENTION, READING, RICCI, stored, until_kept


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
    expect(library.page.locator(".nav .tag-dot")).to_have_text(["first"])
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


def test_a_paper_shows_its_questions_its_passages_and_two_cards_beside_each_other(
    stocked: Reader, library: LibraryPage, tmp_path: Path
) -> None:
    stocked.backend.stop()
    with assembled(tmp_path / "papergloss", Shelves.run) as made:
        shelves = Shelves(made)
        shelves.save(card(READING[0], "A Careful Reader", target=READING[1], version=2, claims=["It fails."]))
        shelves.library.questions.keep(asked(READING[0]))
        shelves.library.sayings.keep(selected(READING[0]))
    stocked.backend.start()
    library = LibraryPage(stocked.browser, f"paper={READING[0]}")
    turn = library.page.locator(".turn")
    expect(turn).to_contain_text("它读得很快。")
    turn.locator(".cite").click()
    expect(turn.locator("blockquote")).to_have_text("It is quick.")
    kept = library.page.locator(".kept-selections li")
    expect(kept).to_contain_text("It reads.它阅读。")
    assert library.violations() == []
    kept.get_by_role("button", name="Delete the saved passage").click()
    expect(kept).to_have_count(0)
    library.press("z")
    expect(kept).to_have_count(1)
    library.page.locator(".history summary").click()
    expect(library.page.locator(".history ul")).to_contain_text("glossed")
    choice = library.page.locator(".history select")
    choice.select_option(index=1)
    expect(library.page.locator(".compared mark").first).to_be_visible()
    assert library.violations() == []


def test_the_panel_shows_the_passages_that_were_kept(stocked: Reader, tmp_path: Path) -> None:
    stocked.backend.stop()
    with assembled(tmp_path / "papergloss", Shelves.run) as made:
        made.library.sayings.keep(selected(READING[0]))
        card_id = made.library.papers.view(READING[0]).entry.row.card_id
    stocked.backend.start()
    panel = stocked.panel_tab(f"card={card_id}")
    kept = panel.frame.locator(".kept-selections li")
    expect(kept).to_contain_text("It reads.它阅读。")
    assert panel.violations() == []
    kept.get_by_role("button", name="Delete the saved passage").click()
    expect(kept).to_have_count(0)
    panel.frame.get_by_role("button", name="Undo").click()
    expect(kept).to_have_count(1)
    expect(panel.frame.get_by_role("button", name="Undo")).to_have_count(0)
    until_kept(stocked, READING[0])
    stocked.backend.kill()
    panel.page.reload()
    expect(kept).to_contain_text("它阅读。")
    expect(kept.get_by_role("button")).to_have_count(0)


def test_arxiv_is_asked_for_newer_versions(library: LibraryPage, site: ArxivServer) -> None:
    line = library.lines.filter(has_text=RICCI[1])
    site.add(SmallPaper(RICCI[0], versions=2))
    expect(line.locator(".line-newer")).to_have_count(0)
    library.button("Check for newer versions").click()
    expect(library.toast).to_contain_text("Papers with a newer version")
    expect(line.locator(".line-newer")).to_have_text("newer version")
