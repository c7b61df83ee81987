"""Saved papers: listed, found, changed, put into the trash and taken out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from papergloss.errors import BadInput, Conflict, NotFound
from papergloss.library.changes import Change
from support.backend import backend
from support.library import Shelves, card
from support.many_papers import fill


def test_a_saved_card_is_a_paper(shelves: Shelves) -> None:
    ids = shelves.save(card(), card(lang="ja", target="注意深い読者"), card(version=2, latest=3))
    page = shelves.library.papers.page()
    assert (page.total, page.more) == (1, False)
    entry = page.entries[0]
    assert (entry.row.id, entry.row.version, entry.newer_version) == ("2503.20680", 2, True)
    assert entry.row.card_id == ids[2]
    view = shelves.library.papers.view("2503.20680")
    assert [row.id for row in view.cards] == [ids[2], ids[1], ids[0]]
    assert view.metadata.latest_version == 3


def test_cards_in_every_language_are_found(shelves: Shelves) -> None:
    shelves.save(card(), card(lang="ja", target="注意深い読者"), card("2501.00001", "Other", target="别的"))
    for text in ("细心", "读者", "注意深い", "意深", "careful", "read", '"careful reader"', "ada", "者"):
        assert "2503.20680" in shelves.find(text), text
    assert shelves.find("模型") == []
    assert shelves.find("别的") == ["2501.00001"]


def test_star_state_and_tags_are_set_and_taken_back(shelves: Shelves) -> None:
    shelves.save(card(), card("2501.00001", "Other"))
    papers = shelves.library.papers
    entry = papers.change("2503.20680", Change(starred=True, state="skimmed", add_tags=["To Do", "nlp"]))
    assert (entry.row.starred, entry.row.state) == (True, "skimmed")
    assert [tag.name for tag in entry.tags] == ["nlp", "To Do"]
    assert shelves.find("is:starred") == shelves.find("tag:NLP") == shelves.find('tag:"to do"')
    assert shelves.find("-is:starred is:unread") == ["2501.00001"]
    done = papers.change_many("", Change(state="read", remove_tags=["nlp"], add_tags=["x"]))
    assert done.count == 2
    assert sorted(shelves.find("is:read tag:x")) == ["2501.00001", "2503.20680"]
    shelves.library.changes.undo(done.undo)
    assert shelves.find("tag:nlp is:skimmed") == ["2503.20680"]
    assert shelves.find("tag:x") == []


def test_a_change_made_elsewhere_is_not_overwritten(shelves: Shelves) -> None:
    shelves.save(card())
    papers = shelves.library.papers
    seen = papers.view("2503.20680").entry.row.revision
    papers.change("2503.20680", Change(state="read"))
    with pytest.raises(Conflict) as caught:
        papers.change("2503.20680", Change(state="dropped"), based_on=seen)
    assert caught.value.current["state"] == "read"
    assert caught.value.yours == {"state": "dropped"}
    assert papers.change("2503.20680", Change(state="read"), based_on=seen).row.state == "read"
    assert papers.change("2503.20680", Change(add_tags=["late"]), based_on=seen).tags[0].name == "late"


def test_a_deleted_paper_waits_in_the_trash(shelves: Shelves) -> None:
    shelves.save(card(), card("2501.00001", "Other"))
    done = shelves.library.papers.trash("2503.20680")
    assert shelves.find("") == shelves.find("o") == ["2501.00001"]
    assert shelves.find("", trash=True) == shelves.find("careful", trash=True) == ["2503.20680"]
    assert shelves.library.changes.undo(done.undo).count == 1
    assert sorted(shelves.find("")) == ["2501.00001", "2503.20680"]
    with pytest.raises(NotFound):
        shelves.library.changes.undo(done.undo)


def test_unknown_papers_and_filters_are_plain_errors(shelves: Shelves) -> None:
    with pytest.raises(NotFound):
        shelves.library.papers.view("2503.20680")
    with pytest.raises(BadInput, match="not in the library"):
        shelves.library.papers.change_many(["2503.20680"], Change(starred=True))
    with pytest.raises(BadInput, match="year"):
        shelves.find("year:soon")


def test_more_papers_than_sqlite_takes_parameters_are_changed_at_once(home: Path) -> None:
    with _fewer_parameters(150), backend(home, Shelves.run) as made:
        fill(made.config.database, 400).close()
        library = made.library
        done = library.papers.change_many("", Change(starred=True, state="read", add_tags=["zz"]))
        assert done.count == 400
        assert library.papers.page("is:starred is:read tag:zz").total == 400
        assert library.papers.page("zz", sort="title").total == 400
        place = library.collections.add("All").id
        library.papers.change_many("", Change(add_to=place))
        assert library.papers.page(collection=place).total == 400
        library.papers.change_many("", Change(remove_from=place))
        library.changes.undo(done.undo)
        assert library.papers.page("is:unread -has:tag").total == 400
        assert library.papers.page("zz", sort="title").total == 0
        library.check()


@contextmanager
def _fewer_parameters(most: int) -> Iterator[None]:
    """SQLite takes 32,766 parameters by itself; fewer show the same with fewer papers."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, most)

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)
