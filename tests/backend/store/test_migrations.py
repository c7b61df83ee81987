"""Databases of earlier releases: brought up to date whole, or left as they were."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from papergloss.library.papers import Papers
from papergloss.store.database import Database
from support.library import card
from support.old_database import make

TESTS = Path(__file__).parents[2]
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


def test_a_process_killed_while_migrating_leaves_nothing_half(path: Path) -> None:
    many = [card(f"2501.{n:05}", f"Title {n}") for n in range(300)]
    make(path, many)
    killed = 0
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-m", "support.old_database", str(path)],
            env={**os.environ, "PYTHONPATH": str(TESTS)},
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(random.uniform(0.05, 0.8))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        process.wait(20)
        process.stdout.close()
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM cards").fetchone() == (300,)
            if revision(path) != "0001":
                assert connection.execute("SELECT count(*) FROM papers").fetchone() == (300,)
    assert killed
    assert len(found(path, "title*")) == 50
    database = Database(path)
    assert Papers(database).page().total == 300
    database.close()
