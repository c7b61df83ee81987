"""Deleting for ever leaves nothing: rows, index, events, readings, pictures, files, free pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from papergloss.errors import NotFound, StoreError
from papergloss.library.changes import Change
from papergloss.store import database, pictures, readings
from papergloss.store.pictures import picture_file
from support.backend import backend
from support.library import Shelves, card

SECRET = "Zzyzxsecretword"


def every_byte(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_nothing_is_left_of_an_erased_paper(home: Path) -> None:
    with backend(home, Shelves.run) as made:
        shelves = Shelves(made)
        shelves.save(card(title=SECRET, abstract=f"About {SECRET}."), card("2501.00001", "Kept"))
        made.library.notes.add("2503.20680", f"My {SECRET}.")
        made.library.papers.change("2503.20680", Change(add_tags=["t"]))
        pdf = made.config.arxiv_cache / "pdf" / "2503.20680v1.pdf"
        other = pdf.with_name("2503.206801v1.pdf")
        pdf.parent.mkdir(parents=True, exist_ok=True)
        pdf.write_bytes(SECRET.encode())
        other.touch()
        mine, others = "2503.20680v1", "2501.00001v1"
        for digest, papers in {"a" * 64: [mine], "b" * 64: [mine, others]}.items():
            file = picture_file(made.config.figures, digest)
            file.parent.mkdir(parents=True)
            file.write_bytes(b"webp")
            with shelves.database.write() as connection:
                for paper in papers:
                    pictures.save(connection, paper, digest[:8], digest)
        with shelves.database.write() as connection:
            readings.save(connection, "2503.20680v1", SECRET.encode())
        assert SECRET.encode() in every_byte(home)
        assert made.library.erasing.paper("2503.20680") == 1
        assert SECRET.lower().encode() not in every_byte(home).lower()
        assert not picture_file(made.config.figures, "a" * 64).exists()
        assert picture_file(made.config.figures, "b" * 64).exists()
        assert (pdf.exists(), other.exists()) == (False, True)
        assert shelves.find("") == ["2501.00001"]
        with pytest.raises(NotFound):
            made.library.papers.view("2503.20680")
        made.library.check()


def test_everything_goes_and_backups_on_request(home: Path) -> None:
    with backend(home, Shelves.run) as made:
        shelves = Shelves(made)
        shelves.save(card(title=SECRET), card("2501.00001", SECRET))
        made.library.backups.make()
        assert made.library.erasing.everything() == 2
        assert made.library.papers.page().total == 0
        assert SECRET.encode() in every_byte(home)
        made.library.erasing.backups()
        assert SECRET.lower().encode() not in every_byte(home).lower()


def test_traces_that_another_program_holds_are_told_and_go_later(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MS", 50)
    with backend(home, Shelves.run) as made, backend(home, Shelves.run) as other:
        shelves = Shelves(made)
        shelves.save(card(title=SECRET))
        with Shelves(other).database.read() as connection:
            connection.exec_driver_sql("SELECT n FROM papers").all()
            with pytest.raises(StoreError, match="traces"):
                made.library.erasing.paper("2503.20680")
        assert shelves.find("") == []
        assert SECRET.encode() in every_byte(home)
        made.library.erasing.trash()
        assert SECRET.lower().encode() not in every_byte(home).lower()


def test_old_trash_goes_by_itself_and_fresh_trash_stays(shelves: Shelves) -> None:
    shelves.save(card(), card("2501.00001", "Old"))
    shelves.library.papers.trash("2501.00001")
    shelves.library.papers.trash("2503.20680")
    with shelves.database.write() as connection:
        long_ago = "UPDATE papers SET trashed_at = '2026-01-01 00:00:00.000000' WHERE title = 'Old'"
        connection.exec_driver_sql(long_ago)
    assert shelves.library.erasing.old_trash() == 1
    assert shelves.find("", trash=True) == ["2503.20680"]
    assert shelves.library.erasing.trash() == 1
    assert shelves.find("", trash=True) == []


def test_the_trash_of_cards(shelves: Shelves) -> None:
    first, second = shelves.save(card(), card(lang="ja", target="注意深い読者"))
    shelf = shelves.backend.shelf
    done = shelf.remove(second)
    assert shelf.page(0, 10)[1] == 1
    assert shelves.find("注意") == []
    shelves.library.changes.undo(done.undo)
    assert shelves.find("注意") == ["2503.20680"]
    shelf.remove(first)
    shelf.remove(second)
    assert shelves.find("") == []
    assert shelves.save(card())[0] != first
    assert shelves.find("") == ["2503.20680"]
