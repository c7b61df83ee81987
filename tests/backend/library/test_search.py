"""Search: bilingual quality on a small set, any input at all, marks, sorting and grouping."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papergloss.errors import BadInput
from papergloss.library.changes import Change
from papergloss.store.marking import Marker
from papergloss.store.query import FIELDS, parse
from support.backend import backend
from support.library import Shelves, card
from support.many_papers import fill

QUALITY = json.loads((Path(__file__).parents[2] / "cases" / "search_quality.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelves]:
    """The papers of the set; nothing here changes them."""
    with backend(tmp_path_factory.mktemp("home"), Shelves.run) as made:
        shelves = Shelves(made)
        shelves.save(*(card(paper, **about) for paper, about in QUALITY["papers"].items()))
        yield shelves


@pytest.mark.parametrize("case", QUALITY["queries"], ids=lambda case: case["q"])
def test_a_query_finds_what_a_reader_wants(stocked: Shelves, case: dict[str, Any]) -> None:
    found = stocked.find(case["q"])
    if "all" in case:
        assert sorted(found) == case["all"]
    if "first" in case:
        assert found[0] == case["first"]


def test_every_beginning_of_a_title_finds_it(stocked: Shelves) -> None:
    title = "Diffusion Policies for Robot Grasping"
    for end in range(1, len(title) + 1):
        assert "2501.00003" in stocked.find(title[:end]), title[:end]


PARTS = [*(f"{field}:" for field in FIELDS), *'"-*()', "AND", "NOT", "模", "型", "a ", "{title}"]
ANY = st.text(max_size=60) | st.lists(st.sampled_from(PARTS), max_size=12).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY)
def test_any_input_gives_a_result_or_a_plain_error(stocked: Shelves, text: str) -> None:
    with suppress(BadInput):
        page = stocked.library.papers.page(text)
        assert page.total >= len(page.entries)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=80), query=st.text(max_size=20))
def test_marked_pieces_are_the_text_itself(text: str, query: str) -> None:
    try:
        marker = Marker(parse(query))
    except BadInput:
        return
    assert "".join(piece.text for piece in marker.pieces("title", text)) == text
    snippet = marker.snippet("card", text)
    assert snippet is None or "".join(piece.text for piece in snippet) in text


def test_marks_show_the_words_as_they_are_written(stocked: Shelves) -> None:
    entry = stocked.library.papers.page("muller 对齐").entries[0]
    assert [piece.text for piece in entry.marks.authors if piece.hit] == ["Müller"]
    assert entry.marks.snippet_of == "card"
    assert [piece.text for piece in entry.marks.snippet if piece.hit] == ["对齐"]


def test_lists_are_sorted_and_grouped(shelves: Shelves) -> None:
    shelves.save(
        card("2501.00001", "banana", categories=["cs.CL"], year=2020),
        card("2501.00002", "Apple", categories=["hep-th"], year=2024, authors=["Zoe"]),
        card("2501.00003", "cherry", categories=["cs.CL"], year=2022),
    )
    papers = shelves.library.papers
    papers.change_many(["2501.00001", "2501.00002"], Change(add_tags=["x"]))
    papers.change("2501.00001", Change(add_tags=["y"]))
    papers.opened("2501.00003")
    assert shelves.find("", sort="title") == ["2501.00002", "2501.00001", "2501.00003"]
    assert shelves.find("", sort="year") == ["2501.00002", "2501.00003", "2501.00001"]
    assert shelves.find("", sort="author")[-1] == "2501.00002"
    assert shelves.find("", sort="opened")[0] == "2501.00003"
    by_tag = papers.page(group="tag", sort="title")
    assert by_tag.groups == [("x", 2), ("y", 1), ("", 1)]
    assert [e.row.title for e in by_tag.entries] == ["Apple", "banana", "banana", "cherry"]
    assert papers.page(group="category", limit=1, offset=2).entries[0].row.id == "2501.00002"
    assert [count for _, count in papers.page("is:unread", group="day").groups] == [3]
    with shelves.database.write() as connection:
        connection.exec_driver_sql("UPDATE papers SET saved_at = '2026-11-20 23:30:00.000000'")
    assert papers.page(group="day").groups == [("2026-11-20", 3)]
    assert papers.page(group="day", utc_offset=60).groups == [("2026-11-21", 3)]


def test_a_ranked_search_says_when_it_left_some_out(shelves: Shelves) -> None:
    fill(shelves.backend.config.database, 200).close()
    page = shelves.library.papers.page("the", limit=10)
    everything = shelves.library.papers.page("the", sort="title", limit=10)
    assert (len(page.entries), page.more) == (10, True)
    assert page.total < everything.total
    assert not everything.more


def test_notes_and_tags_are_found(shelves: Shelves) -> None:
    shelves.save(card())
    note = shelves.library.notes.add("2503.20680", "Compare with the *baseline* of 模型压缩.")
    shelves.library.papers.change("2503.20680", Change(add_tags=["待读列表"]))
    for text in ("baseline", "压缩", "note:baseline", "待读", "列表", "has:note", "has:tag"):
        assert shelves.find(text) == ["2503.20680"], text
    tag = shelves.library.tags.everyone()[0][0]
    shelves.library.tags.rename(tag.id, "finished")
    done = shelves.library.notes.remove(note.id)
    assert shelves.find("finished") == ["2503.20680"]
    assert shelves.find("待读") == shelves.find("baseline") == shelves.find("has:note") == []
    shelves.library.changes.undo(done.undo)
    assert shelves.find("baseline has:note") == ["2503.20680"]
    undo = shelves.library.tags.remove(tag.id).undo
    assert shelves.find("finished") == []
    shelves.library.changes.undo(undo)
    assert shelves.find("tag:finished") == ["2503.20680"]
    shelves.library.check()
