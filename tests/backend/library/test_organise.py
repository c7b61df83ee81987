"""Tags, notes, collections, comparisons; undo; what happens on a full disk."""

from __future__ import annotations

import pytest

from papergloss.errors import BadInput, Conflict, NotFound, StoreError
from papergloss.library.changes import Change
from support.library import Shelves, card
from support.sayings import asked


def names(shelves: Shelves) -> list[tuple[str, int]]:
    return [(row.name, count) for row, count in shelves.library.tags.everyone()]


def test_merged_tags_are_one_and_come_apart_again(shelves: Shelves) -> None:
    shelves.save(card(), card("2501.00001", "Other"))
    library = shelves.library
    library.papers.change("2503.20680", Change(add_tags=["ML", "machine learning"]))
    library.papers.change("2501.00001", Change(add_tags=["machine learning"]))
    ids = {row.name: row.id for row, _ in library.tags.everyone()}
    library.tags.colour(ids["machine learning"], "#00ff00")
    done = library.tags.merge([ids["machine learning"], ids["ML"]], ids["ML"])
    assert names(shelves) == [("ML", 2)]
    assert sorted(shelves.find("tag:ml")) == ["2501.00001", "2503.20680"]
    library.changes.undo(done.undo)
    assert names(shelves) == [("machine learning", 2), ("ML", 1)]
    assert library.tags.everyone()[0][0].colour == "#00ff00"
    assert shelves.find("tag:ml") == ["2503.20680"]


def test_names_are_checked_and_one_tag_in_any_case(shelves: Shelves) -> None:
    library = shelves.library
    first = library.tags.add("  To   Do ")
    assert first.name == "To Do"
    assert library.tags.add("to do").id == first.id
    other = library.tags.add("x")
    with pytest.raises(BadInput, match="Another tag"):
        library.tags.rename(other.id, "TO DO")
    assert library.tags.rename(first.id, "to do").name == "to do"
    for bad in (" ", "x" * 61):
        with pytest.raises(BadInput):
            library.tags.add(bad)
    with pytest.raises(NotFound):
        library.tags.rename(99, "y")


def test_a_collection_is_removed_and_comes_back(shelves: Shelves) -> None:
    shelves.save(card(), card("2501.00001", "Other"))
    library = shelves.library
    shelf = library.collections.add("Thesis")
    library.papers.change_many("careful", Change(add_to=shelf.id))
    assert shelves.find("in:thesis") == shelves.find("", collection=shelf.id) == ["2503.20680"]
    done = library.collections.remove(shelf.id)
    assert library.collections.everyone() == []
    library.changes.undo(done.undo)
    assert [(row.name, row.count) for row in library.collections.everyone()] == [("Thesis", 1)]
    with pytest.raises(NotFound):
        library.papers.change_many("", Change(add_to=99))


def test_what_is_taken_back_of_a_paper_or_tag_that_is_gone_touches_no_other(shelves: Shelves) -> None:
    shelves.save(card("2501.00001", "Gone"))
    library = shelves.library
    changes = [
        library.papers.change_many(["2501.00001"], Change(starred=True, add_tags=["gone"])),
        library.papers.trash("2501.00001"),
    ]
    library.erasing.paper("2501.00001")
    library.tags.remove(library.tags.add("gone").id)
    shelves.save(card("2501.00002", "Other"))
    library.papers.change("2501.00002", Change(starred=True, add_tags=["other"]))
    library.papers.trash("2501.00002")
    for change in changes:
        library.changes.undo(change.undo)
    (entry,) = library.papers.page(trash=True).entries
    assert (entry.row.starred, [tag.name for tag in entry.tags]) == (True, ["other"])


def test_a_change_is_taken_back_though_its_tag_and_collection_are_gone(shelves: Shelves) -> None:
    shelves.save(card())
    library = shelves.library
    shelf = library.collections.add("Thesis")
    library.papers.change("2503.20680", Change(add_tags=["gone"], add_to=shelf.id))
    done = library.papers.change_many(
        ["2503.20680"], Change(state="read", remove_tags=["gone"], remove_from=shelf.id)
    )
    library.tags.remove(library.tags.add("gone").id)
    library.collections.remove(shelf.id)
    library.changes.undo(done.undo)
    view = library.papers.view("2503.20680")
    assert (view.entry.row.state, view.entry.tags, view.collections) == ("to_read", [], [])


def test_a_note_sent_twice_is_one_and_a_late_one_overwrites_nothing(shelves: Shelves) -> None:
    shelves.save(card())
    notes = shelves.library.notes
    note_id = "0" * 32
    first = notes.add("2503.20680", "One", note_id=note_id)
    assert notes.add("2503.20680", "One", note_id=note_id) == first
    with pytest.raises(Conflict):
        notes.add("2503.20680", "Two", note_id=note_id)
    assert notes.change(note_id, "Two", 1).revision == 2
    assert notes.change(note_id, "Two", 1).revision == 2
    with pytest.raises(Conflict) as caught:
        notes.change(note_id, "Three", 1)
    assert (caught.value.current["body"], caught.value.yours["body"]) == ("Two", "Three")


def test_what_was_asked_is_kept_with_its_answer(shelves: Shelves) -> None:
    shelves.save(card())
    sayings = shelves.library.sayings
    shelves.library.questions.keep(asked("2503.20680"))
    (kept,) = sayings.of_paper("2503.20680")
    assert shelves.find("has:question") == ["2503.20680"]
    done = sayings.remove(kept.id)
    assert sayings.of_paper("2503.20680") == shelves.find("has:question") == []
    shelves.library.changes.undo(done.undo)
    assert sayings.of_paper("2503.20680") == [kept]


def test_two_versions_are_compared_word_by_word(shelves: Shelves) -> None:
    left, right = shelves.save(
        card(claims=["It reaches 93% on A.", "Same."], takeaways=["一样。"]),
        card(version=2, title="A Very Careful Reader", claims=["It reaches 95% on A.", "Same.", "New."]),
    )
    parts = {part.name: part.rows for part in shelves.library.compare(left, right).parts}
    assert [row.state for row in parts["summary"]] == ["changed", "same", "right"]
    changed = parts["summary"][0]
    assert [piece.text for piece in changed.left if piece.hit] == ["93"]
    assert [piece.text for piece in changed.right if piece.hit] == ["95"]
    assert [piece.text for piece in parts["title"][0].right if piece.hit] == [" Very"]
    assert [row.state for row in parts["takeaways"]] == ["left"]


def test_a_full_disk_is_said_and_nothing_is_half_changed(shelves: Shelves) -> None:
    shelves.save(card())
    with shelves.database.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    for connection in [shelves.database._engine.raw_connection() for _ in range(3)]:
        connection.cursor().execute(f"PRAGMA max_page_count = {pages}")
        connection.close()

    def write_until_it_is_full() -> None:
        for n in range(200):
            shelves.library.notes.add("2503.20680", f"word{n} " * 200, note_id=f"{n:032}")

    with pytest.raises(StoreError, match="disk is full"):
        write_until_it_is_full()
    kept = len(shelves.library.papers.view("2503.20680").notes)
    assert shelves.library.papers.page(f"word{kept}").total == 0
    shelves.library.check()
    (rescued,) = shelves.library.exporting.records()
    assert len(rescued.notes) == kept
