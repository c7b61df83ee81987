"""Opens the database and hands out transactions."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from papergloss.errors import StoreCorrupt, StoreError
from papergloss.store import search
from papergloss.store.faults import translated
from papergloss.store.filling import fill
from papergloss.store.migrate import upgrade

__all__ = ["Connection", "Database"]

BUSY_MS = 15_000
"""How long a writer waits for another process; 16 writers never waited for more than a second."""

ATTEMPTS = 4
"""At emptying the log of writes: somebody may begin to read just when all others have ended."""

LOOKED_THROUGH_BYTES = 32 * 1024 * 1024
"""Up to this size the whole file is checked whenever it is opened, in about 0.1 s."""


class Database:
    """One SQLite file, shared by every thread of this process and by other processes."""

    def __init__(self, path: Path) -> None:
        """Opens the file, makes it where it is missing and brings it to the newest schema.

        Raises:
            StoreCorrupt: the file is damaged, or no database.
            StoreError: it cannot be made, read or brought up to date.
        """
        self.path = path
        self._writing = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _check_not_lost(path)
            path.touch(mode=0o600)
            self._engine = _engine(path)
            self._look_through(path)
            with self.write() as connection:
                upgrade(connection)
                fill(connection)
        except OSError as error:
            raise StoreError(f"The data folder cannot be used: {error.strerror}.") from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view; never waits for a writer.

        Raises:
            StoreError: the database cannot be read.
        """
        with _translated(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that holds the write lock from its first statement; commits at the end.

        Raises:
            StoreError: the database cannot be written.
        """
        with self._writing, _translated(), self._engine.connect() as connection:
            connection.execution_options(immediate=True)
            with connection.begin():
                yield connection

    def _look_through(self, path: Path) -> None:
        if path.stat().st_size <= LOOKED_THROUGH_BYTES:
            with self.read() as connection:
                found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
            if found != "ok":
                raise StoreCorrupt

    def wipe(self) -> None:
        """Leaves nothing of what was deleted in the index, in free pages or in the log of writes.

        Raises:
            StoreError: another program has been reading the library for so long that the log had to stay.
        """
        with self.write() as connection:
            search.forget(connection)
        if not any(self._empty_log() for _ in range(ATTEMPTS)):
            raise StoreError(
                "It is deleted, but another program reads the library: its log of writes still holds traces.",
                "Close that program, then empty the trash.",
            )

    def _empty_log(self) -> bool:
        """Whether it could be emptied."""
        with _translated(), self._engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
            connection.exec_driver_sql("BEGIN")
        return not busy

    def close(self) -> None:
        """Closes every connection."""
        self._engine.dispose()


def _check_not_lost(path: Path) -> None:
    """A file that is gone, or empty after a crash of the machine, must not quietly become a new library."""
    is_new = not path.exists() or path.stat().st_size == 0
    if is_new and any((path.parent / "backups").glob("papergloss-*.sqlite3")):
        raise StoreCorrupt(
            "The library's database is gone, but there are backups of it.",
            "Run `papergloss restore --latest`; or take the folder of backups away to begin anew.",
        )


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, pool_size=8, max_overflow=-1, connect_args={"isolation_level": None})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        for pragma in (
            f"busy_timeout = {BUSY_MS}",
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "foreign_keys = ON",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate", False)
        # Straight to the driver: by way of SQLAlchemy this alone takes as long as all else of a transaction.
        connection.connection.cursor().execute("BEGIN IMMEDIATE" if immediate else "BEGIN").close()

    return engine


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise translated(getattr(error, "orig", None) or error) from error
