"""Saved papers while the backend is dead: read, marked, and nothing overwritten when it is back."""

from __future__ import annotations

from playwright.sync_api import expect

from support.library_page import LibraryPage
from support.reader import Reader
from support.stocked_library import ATTENTION, READING, stored, until_kept, until_stored


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
    expect(library.titles).to_have_text([ATTENTION[1], READING[1]])
    library.box.fill("careful")
    expect(library.titles).to_have_text([READING[1]])
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
    expect(library.titles).to_have_count(3)
    until_stored(library.page, "pending", there=False)
    expect(library.notes).to_contain_text("Written away.")
    expect(library.tags).to_have_text("later")
    kept = stored(stocked, READING[0])
    assert (kept["starred"], kept["note_count"]) == (True, 1)


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
    until_stored(library.page, "pending", there=False)
    expect(library.notes).to_contain_text("mine")
    kept = stored(stocked, READING[0])
    assert (kept["state"], kept["notes"][0]["body"]) == ("dropped", "mine")


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
    until_stored(unknown.page, "kept", there=False)


def test_what_is_changed_in_the_panel_while_the_backend_is_dead_is_sent_later(
    stocked: Reader, library: LibraryPage
) -> None:
    library.open(READING[1])
    until_kept(stocked, READING[0])
    library.page.goto("about:blank")
    card = stored(stocked, READING[0])["card_id"]
    stocked.backend.kill()
    panel = stocked.panel_tab(f"card={card}")
    panel.button("Star").click()
    panel.frame.locator("body").press("t")
    panel.page.keyboard.type("later")
    for key in ("Enter", "Escape", "n"):
        panel.page.keyboard.press(key)
    panel.page.keyboard.type("Written away.")
    panel.page.keyboard.press("Control+Enter")
    expect(panel.banner).to_contain_text("Changes that wait to be sent: 3")
    expect(panel.button("Delete")).to_have_count(0)
    assert panel.violations() == []
    panel.page.reload()
    expect(panel.button("Star")).to_have_attribute("aria-pressed", "true")
    expect(panel.frame.locator(".note-item")).to_contain_text("Written away.")

    stocked.backend.start()
    until_stored(panel.page, "pending", there=False)
    expect(panel.banner).to_have_count(0)
    expect(panel.frame.locator(".note-item").get_by_role("button", name="Delete")).to_be_visible()
    expect(panel.button("Star")).to_have_attribute("aria-pressed", "true")
    kept = stored(stocked, READING[0])
    assert (kept["starred"], kept["note_count"], kept["tags"][0]["name"]) == (True, 1, "later")
