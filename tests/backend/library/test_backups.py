"""Backups: made while the library is in use, looked into, restored."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from papergloss.errors import BadInput, NotFound, StoreCorrupt, StoreError
from papergloss.library.backups import Backups
from papergloss.library.changes import Change
from papergloss.store.database import Database
from support.backend import backend
from support.library import Shelves, card


def test_what_was_deleted_since_comes_back(shelves: Shelves) -> None:
    shelves.save(card())
    shelves.library.papers.change("2503.20680", Change(add_tags=["kept"]))
    made = shelves.library.backups.make()
    shelves.save(card("2501.00001", "Later"))
    shelves.library.papers.trash("2503.20680")
    link = shelves.backend.pairing_link()
    preview = shelves.library.backups.preview(made.path)
    assert (preview.then.papers, preview.gone, preview.back) == (1, ["Later"], ["A Careful Reader"])
    shelves.library.backups.restore(made.path)
    assert shelves.find("") == shelves.find("tag:kept") == shelves.find("careful") == ["2503.20680"]
    assert shelves.backend.pairing.pair(link.partition("#")[2], "chrome-extension://abc", "c")
    before = shelves.library.backups.everyone()[0]
    assert before.reason == "before-restore"
    shelves.library.backups.restore(before.path)
    assert shelves.find("") == ["2501.00001"]


def test_a_day_has_one_backup_and_fourteen_are_kept(shelves: Shelves) -> None:
    shelves.save(card())
    backups = shelves.library.backups
    assert backups.daily() is not None
    assert backups.daily() is None
    folder = backups.everyone()[0].path.parent
    for day in range(1, 20):
        (folder / f"papergloss-202601{day:02}T120000Z-daily.sqlite3").write_bytes(b"old")
    backups.make("daily", None)
    assert len([one for one in backups.everyone() if one.reason == "daily"]) == 14


def test_backups_of_one_second_are_two(shelves: Shelves) -> None:
    shelves.save(card())
    kept = shelves.library.backups.make()
    shelves.save(card("2501.00001", "Later"))
    assert shelves.library.backups.make().path != kept.path
    for _ in range(2):
        shelves.library.backups.restore(kept.path)
    papers = [
        shelves.library.backups.preview(one.path).then.papers for one in shelves.library.backups.everyone()
    ]
    assert sorted(papers) == [1, 1, 2, 2]


def test_what_killed_processes_left_of_copies_goes(shelves: Shelves) -> None:
    shelves.save(card())
    backups, home = shelves.library.backups, shelves.backend.config.home
    made = backups.make().path
    (home / ".restore-abc").mkdir()
    (home / ".restore-abc" / "staged.sqlite3").touch()
    fresh = [home / ".restore-abc", made.with_name(f".{made.name}.partial")]
    fresh[1].touch()
    assert backups.daily() is not None
    assert all(path.exists() for path in fresh)
    for path in fresh:
        os.utime(path, (0, 0))
    for one in backups.everyone():
        backups.remove(one.path.name)
    assert backups.daily() is not None
    assert not any(path.exists() for path in fresh)
    damaged = home / "papergloss.sqlite3.damaged-20260101T000000"
    damaged.touch()
    fresh[1].touch()
    backups.remove_all()
    assert list(made.parent.glob("*papergloss*")) == []
    assert not damaged.exists()
    assert shelves.find("") == ["2503.20680"]


def test_a_damaged_backup_is_passed_over_and_not_restored(shelves: Shelves) -> None:
    shelves.save(card())
    good = shelves.library.backups.make()
    bad = good.path.with_name("papergloss-20990101T000000Z-daily.sqlite3")
    body = bytearray(good.path.read_bytes())
    body[4096:20000] = b"\xff" * (20000 - 4096)
    bad.write_bytes(body)
    found = shelves.library.backups.newest_good()
    assert found is not None
    assert found.path == good.path
    newer = good.path.with_name("papergloss-20990102T000000Z-daily.sqlite3")
    newer.write_bytes(good.path.read_bytes())
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert shelves.library.backups.newest_good() == found
    with pytest.raises(StoreCorrupt):
        shelves.library.backups.restore(bad)
    assert shelves.find("") == ["2503.20680"]


def test_a_damaged_database_is_said_and_replaced(home: Path) -> None:
    with backend(home, Shelves.run) as made:
        Shelves(made).save(card())
        kept = made.library.backups.make()
    path = made.config.database
    body = bytearray(path.read_bytes())
    body[8192:] = b"\xff" * (len(body) - 8192)
    path.write_bytes(body)
    with pytest.raises(StoreCorrupt, match="damaged"):
        Database(path)
    backups = Backups(path)
    aside = backups.restore_damaged(kept.path)
    assert aside.read_bytes() == bytes(body)
    with backend(home, Shelves.run) as made:
        assert Shelves(made).find("careful") == ["2503.20680"]


def test_what_is_damaged_while_it_is_in_use_is_replaced_too(shelves: Shelves) -> None:
    shelves.save(card())
    shelves.library.notes.add("2503.20680", "Mine")
    kept = shelves.library.backups.make()
    path = shelves.backend.config.database
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM papers")  # and what hangs on them stays
    with pytest.raises(StoreCorrupt):
        shelves.library.check()
    aside = shelves.library.backups.restore(kept.path)
    assert aside.name.startswith(f"{path.name}.damaged-")
    assert shelves.find("has:note") == ["2503.20680"]
    shelves.library.check()


def test_a_text_that_is_none_any_more_is_damage(shelves: Shelves) -> None:
    shelves.save(card())
    with shelves.database.write() as connection:
        connection.exec_driver_sql("UPDATE papers SET title = CAST(x'FF41' AS TEXT)")
    with pytest.raises(StoreCorrupt):
        shelves.find("")


@pytest.mark.parametrize("empty", [True, False])
def test_a_database_that_is_gone_is_no_new_library(home: Path, empty: bool) -> None:
    with backend(home, Shelves.run) as made:
        Shelves(made).save(card())
        made.library.backups.make()
    path = made.config.database
    path.unlink()
    if empty:
        path.touch()
    with pytest.raises(StoreCorrupt, match="backups"):
        Database(path)
    backups = Backups(path)
    kept = backups.newest_good()
    assert kept is not None
    assert backups.preview(kept.path).back == ["A Careful Reader"]
    backups.restore_damaged(kept.path)
    with backend(home, Shelves.run) as made:
        assert Shelves(made).find("careful") == ["2503.20680"]


def test_names_cannot_leave_the_folder(shelves: Shelves, tmp_path: Path) -> None:
    for name in ("../papergloss.sqlite3", "/etc/passwd", "x"):
        with pytest.raises(NotFound):
            shelves.library.backups.find(name)
    other = tmp_path / "other.sqlite3"
    other.write_bytes(b"no database" * 500)
    with pytest.raises(StoreError):
        shelves.library.backups.restore(other)
    with pytest.raises(BadInput, match="already"):
        shelves.library.backups.make(out=other)
