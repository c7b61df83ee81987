"""Copies of the whole database: made while it is in use, checked, looked into, put back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from papergloss.errors import StoreCorrupt, StoreError
from papergloss.store.faults import translated
from papergloss.store.migrate import known_revisions

OWN = ("settings", "consents", "clients", "pairings", "calls")
"""Tables of this machine, not of the library: restoring a backup leaves them as they are."""
_OPEN = "state IN ('queued', 'running')"
_ALIVE = "trashed_at IS NULL"
COUNTED = {"papers": _ALIVE, "cards": _ALIVE, "notes": _ALIVE, "tags": "true"}
SUFFIXES = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds."""

    papers: int
    cards: int
    notes: int
    tags: int
    titles: dict[str, str]
    """Title by paper, without what is in the trash."""


def copy(source: Path, target: Path) -> None:
    """Copies a database that may be in use; `target` is there whole and checked, or not at all.

    Raises:
        StoreCorrupt: the source is damaged.
        StoreError: the copy cannot be written.
    """
    partial = target.with_name(f".{target.name}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        partial.touch(mode=0o600)
        with _translated(), closing(_open(source)) as live, closing(_open(partial)) as made:
            live.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")
        check(partial)
        _to_disk(partial)
        partial.replace(target)
        _to_disk(target.parent)
    except OSError as error:
        raise StoreError(f"The backup cannot be written: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)


def check(path: Path) -> None:
    """Reads the whole of a database. Raises StoreCorrupt."""
    with _translated(), closing(_open(path)) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
        loose = connection.execute("PRAGMA foreign_key_check").fetchone()
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'search'").fetchone():
            connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
            connection.rollback()
    if found != ["ok"] or loose is not None:
        raise StoreCorrupt


def check_schema(path: Path) -> None:
    """Whether this version of PaperGloss can bring the database up to date. Raises StoreError."""
    with _translated(), closing(_open(path)) as connection:
        try:
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            revision = None
    if revision is None or revision[0] not in known_revisions():
        raise StoreError(
            "This file is no backup that this version of PaperGloss can read.",
            "Give a file that `papergloss backup` has made; a newer PaperGloss may have made this one.",
        )


def contents(path: Path) -> Contents:
    """What a database of the newest schema holds. Raises StoreError."""
    with _translated(), closing(_open(path)) as connection:
        counts = {
            table: int(connection.execute(f"SELECT count(*) FROM {table} WHERE {alive}").fetchone()[0])  # noqa: S608
            for table, alive in COUNTED.items()
        }
        titles = dict(connection.execute("SELECT id, title FROM papers WHERE trashed_at IS NULL").fetchall())
    return Contents(**counts, titles=titles)


def make_ours(staged: Path, live: Path) -> None:
    """Gives a copy this machine's own tables, and takes out jobs that nobody works on. Raises StoreError."""
    with _translated(), closing(_open(staged)) as connection:
        connection.execute("ATTACH ? AS live", (str(live),))
        with connection:
            for table in OWN:
                connection.execute(f"DELETE FROM main.{table}")  # noqa: S608
                connection.execute(f"INSERT INTO main.{table} SELECT * FROM live.{table}")  # noqa: S608
            connection.execute(f"DELETE FROM events WHERE job_id IN (SELECT id FROM jobs WHERE {_OPEN})")  # noqa: S608
            connection.execute(f"DELETE FROM jobs WHERE {_OPEN}")  # noqa: S608


def has_open_jobs(path: Path) -> bool:
    """Whether jobs wait or run. Raises StoreError."""
    with _translated(), closing(_open(path)) as connection:
        return connection.execute(f"SELECT 1 FROM jobs WHERE {_OPEN} LIMIT 1").fetchone() is not None  # noqa: S608


def put_back(staged: Path, live: Path) -> None:
    """Makes a database in use hold what `staged` holds, in one transaction. Raises StoreError."""
    with _translated(), closing(_open(staged)) as source, closing(_open(live)) as target:
        source.backup(target)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def replace(staged: Path, live: Path, aside: str) -> Path:
    """Puts `staged` in the place of a damaged database; returns under which name that is kept."""
    try:
        for part, kept in _parts(live, aside):
            part.replace(kept)
        staged.replace(live)
    except OSError as error:
        raise StoreError(f"The data folder cannot be written: {error.strerror}.") from error
    return live.with_name(f"{live.name}.{aside}")


def copy_damaged(live: Path, aside: str) -> Path:
    """Copies a damaged database byte by byte; returns where the copy is."""
    try:
        for part, kept in _parts(live, aside):
            shutil.copyfile(part, kept)
    except OSError as error:
        raise StoreError(f"The data folder cannot be written: {error.strerror}.") from error
    return live.with_name(f"{live.name}.{aside}")


def _parts(live: Path, aside: str) -> Iterator[tuple[Path, Path]]:
    """The files of a database that are there, each with its name aside."""
    for suffix in SUFFIXES:
        part = live.with_name(live.name + suffix)
        if part.exists():
            yield part, live.with_name(f"{live.name}.{aside}{suffix}")


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=15, isolation_level="IMMEDIATE")
    connection.execute("PRAGMA secure_delete = ON").close()
    return connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise translated(error) from error


def _to_disk(path: Path) -> None:
    """Windows cannot flush a folder, and need not."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
