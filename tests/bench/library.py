"""Search as you type against a bare ranked FTS5 query on the same table; pages of a long list; bytes."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from bench.harness import Recorder, bench
from papergloss.library.papers import Papers
from papergloss.store import finding, matching
from papergloss.store.database import Connection, Database
from papergloss.store.query import parse
from support.backend import backend
from support.library import Shelves, card
from support.many_papers import Writer, fill

SIZES = (1_000, 100_000)
SHOWN = 20
"""Lines on a screen."""
LISTED = 50_000
BARE = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?"


def typed() -> list[str]:
    """What stands in the search box while somebody types: every beginning of some words and phrases."""
    writer = Writer(2)
    wanted = [writer.words(1 + n % 3) for n in range(20)] + [writer.chinese(2 + n % 2) for n in range(10)]
    wanted += [f'"{writer.words(2)}"' for _ in range(3)] + [f"author:{writer.words(1)}" for _ in range(3)]
    return [text[:end] for text in wanted for end in range(1, len(text) + 1) if text[end - 1] != " "]


def seconds(call: Callable[[], object]) -> float:
    """CPU seconds of one call, the best of three: neither the disk nor what else the machine does counts."""
    times = []
    for _ in range(3):
        start = time.thread_time()
        call()
        times.append(time.thread_time() - start)
    return min(times)


@bench("library")
def search(record: Recorder) -> None:
    """p95 over everything that is typed: the ranked papers, and the whole screen with marks and snippets."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            database = fill(Path(folder) / "papergloss.sqlite3", size)
            ranked, screen, bare = _times(database)
            database.close()
        best, shown, reference = (statistics.quantiles(times, n=20)[-1] for times in (ranked, screen, bare))
        name = f"library.search.{size}"
        record.figure(f"{name}.ratio", best / reference, "<=", 1.5, ours=ranked, bare=bare)
        record.figure(f"{name}.screen_p95_ms", shown * 1000, "<=", 50, bare_p95_ms=reference * 1000)
        record.figure(f"{name}.screen_ratio", shown / reference, "<=", 1.5)


def _times(database: Database) -> tuple[list[float], list[float], list[float]]:
    papers = Papers(database)
    ranked, screen, bare = [], [], []
    with database.read() as connection:
        for text in typed():
            expression = matching.match(parse(text))
            if not expression:
                continue
            look = partial(_ranked, connection, text)
            whole = partial(papers.page, text, limit=SHOWN)
            reference = partial(_bare, connection, expression)
            for times, call in ((ranked, look), (screen, whole), (bare, reference)):
                times.append(seconds(call))
    return ranked, screen, bare


def _ranked(connection: Connection, text: str) -> object:
    return finding.ranked(connection, parse(text), trashed=False).numbers[:SHOWN]


def _bare(connection: Connection, expression: str) -> object:
    return connection.exec_driver_sql(BARE, (expression, SHOWN)).all()


@bench("library")
def pages(record: Recorder) -> None:
    """A page of a list of 50,000 papers against one of 100, at the start and far down."""
    with tempfile.TemporaryDirectory() as folder:
        few = fill(Path(folder) / "few.sqlite3", 100)
        many = fill(Path(folder) / "many.sqlite3", LISTED)
        first = [statistics.median(seconds(Papers(d).page) for _ in range(30)) for d in (many, few)]
        far = seconds(lambda: Papers(many).page(offset=LISTED - 1000))
        few.close()
        many.close()
    record.figure("library.first_page_ms", first[0] * 1000, "<=", 50, few_ms=first[1] * 1000)
    record.figure("library.far_page_ms", far * 1000, "<=", 100)


@bench("library")
def size(record: Recorder) -> None:
    """Bytes on disk of a saved paper without figures, against its card's own JSON."""
    with tempfile.TemporaryDirectory() as folder, backend(Path(folder), Shelves.run) as made:
        shelves, writer = Shelves(made), Writer(3)
        cards = [
            card(
                f"2501.{n:05}",
                writer.words(9),
                abstract=writer.words(150),
                target=writer.chinese(15),
                sentences=[(writer.words(25), writer.chinese(40)) for _ in range(6)],
                claims=[writer.chinese(40) for _ in range(5)],
                takeaways=[writer.chinese(40) for _ in range(8)],
            )
            for n in range(500)
        ]
        before = made.config.database.stat().st_size
        shelves.save(*cards)
        made.library.erasing.trash()
        with closing(sqlite3.connect(made.config.database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        grown = made.config.database.stat().st_size - before
    json_bytes = sum(len(one.model_dump_json().encode()) for one in cards)
    each = grown / len(cards)
    record.figure("library.bytes_per_paper", each, "<=", 40_000, card_json=json_bytes / len(cards))
    record.figure("library.bytes_per_paper.ratio", grown / json_bytes, "<=", 6)
