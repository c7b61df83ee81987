"""Databases of earlier releases: brought up to date whole, or left as they were."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from papergloss.errors import StoreError
from papergloss.library.papers import Papers
from papergloss.store import backup
from papergloss.store.database import Database
from papergloss.store.migrate import known_revisions
from support.library import card
from support.old_database import FIRST, make

TESTS = Path(__file__).parents[2]
KILLS = int(os.environ.get("PAPERGLOSS_KILLS", "2"))
"""How many processes; 200 take some minutes."""
OLD = 150
"""Cards of the first release."""
CARDS = [
    card("2503.20680", "A Careful Reader", version=2),
    card("2503.20680", "A Careful Reader", version=1),
    card("2503.20680", "A Careful Reader", lang="ja", target="注意深い読者", version=1),
    card("hep-th/9901001", "Old Strings", target="旧弦"),
]


@pytest.fixture
def path(home: Path) -> Path:
    return home / "papergloss.sqlite3"


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def found(path: Path, text: str) -> list[str]:
    database = Database(path)
    try:
        return [entry.row.id for entry in Papers(database).page(text).entries]
    finally:
        database.close()


def test_a_database_of_a_newer_release_is_left_alone(path: Path) -> None:
    Database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreError, match="newer PaperGloss"):
        Database(path)
    assert revision(path) == "9999"


def test_cards_of_the_first_release_become_papers(path: Path) -> None:
    make(path, CARDS)
    assert sorted(found(path, "")) == ["2503.20680", "hep-th/9901001"]
    assert found(path, "読者") == found(path, "细心") == found(path, "careful") == ["2503.20680"]
    assert found(path, "旧弦") == ["hep-th/9901001"]
    database = Database(path)
    view = Papers(database).view("2503.20680")
    assert len(view.cards) == 3
    assert (view.entry.row.version, view.entry.row.revision) == (2, 1)
    assert [row.kind for row in Papers(database).history("2503.20680", 0, 9)] == [
        "reglossed",
        "reglossed",
        "glossed",
    ]
    database.close()


@pytest.mark.parametrize("schema", sorted(known_revisions()))
def test_a_database_of_every_schema_is_brought_up_to_date(path: Path, schema: str) -> None:
    make(path, CARDS, schema)
    assert revision(path) == schema
    assert found(path, "careful") == found(path, "読者") == ["2503.20680"]
    assert found(path, "旧弦 year:2025") == ["hep-th/9901001"]
    assert revision(path) == max(known_revisions())
    backup.check(path)


@pytest.mark.timeout(120 + 60 * KILLS)
def test_a_process_killed_while_migrating_leaves_nothing_half(path: Path) -> None:
    make(path, [card(f"2501.{n:05}", f"Title {n}") for n in range(OLD)])
    old = path.read_bytes()
    whole = _open(path, 100)
    assert whole is not None
    killed = 0
    for _ in range(KILLS):
        if revision(path) != FIRST:
            _put_back(path, old)
        killed += _open(path, random.uniform(0, whole)) is None
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM cards").fetchone() == (OLD,)
            if revision(path) != FIRST:
                assert connection.execute("SELECT count(*) FROM papers").fetchone() == (OLD,)
    assert killed >= KILLS // 20
    database = Database(path)
    assert Papers(database).page().total == OLD
    assert Papers(database).page("title*", sort="saved").total == OLD
    database.close()


def _open(path: Path, seconds: float) -> float | None:
    """How long a process took that brings it up to date; None where it was killed, having had `seconds`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "support.old_database", str(path)],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    start = time.perf_counter()
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    said = process.communicate()[0]
    timer.cancel()
    return time.perf_counter() - start if said else None


def _put_back(path: Path, old: bytes) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(old)
