"""The database: settings, migrations, transactions, several processes at once."""

from __future__ import annotations

import multiprocessing
import stat
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from papergloss.errors import StoreError
from papergloss.store import choices
from papergloss.store.database import Connection, Database
from papergloss.store.migrate import config
from papergloss.store.tables import METADATA

SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def path(home: Path) -> Path:
    return home / "papergloss.sqlite3"


def pragma(database: Database, name: str) -> object:
    with database.read() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def differences(connection: Connection) -> list[object]:
    """What the tables say and the database does not; the index's own tables belong to FTS5."""

    def ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not str(name).startswith("search")

    options = {"compare_type": True, "include_name": ours}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), METADATA))


def test_it_is_opened_as_measured(path: Path) -> None:
    database = Database(path)
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    assert [pragma(database, name) for name in names] == ["wal", 1, 1, 15_000]
    database.close()


def test_only_the_owner_can_read_it(path: Path) -> None:
    Database(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_migrations_make_what_the_tables_say(path: Path) -> None:
    database = Database(path)
    with database.read() as connection:
        assert differences(connection) == []
    database.close()


def test_a_table_without_migration_would_be_noticed(path: Path) -> None:
    database = Database(path)
    with database.write() as connection:
        connection.exec_driver_sql("DROP TABLE readings")
    with database.read() as connection:
        assert differences(connection)
    database.close()


def test_an_empty_database_of_another_time_is_brought_up_to_date(path: Path) -> None:
    database = Database(path)
    with database.write() as connection:
        for table in reversed(METADATA.sorted_tables):
            table.drop(connection)
        command.stamp(config(connection), "base")
    database.close()
    again = Database(path)
    with again.read() as connection:
        assert differences(connection) == []
    again.close()


def test_a_failed_transaction_leaves_nothing(path: Path) -> None:
    database = Database(path)

    def fail() -> None:
        with database.write() as connection:
            choices.consent(connection, "api.example.org")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.read() as connection:
        assert not choices.consented(connection, "api.example.org")
    database.close()


def test_what_is_no_database_is_a_plain_error(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database, with a secret in it" * 100)
    with pytest.raises(StoreError) as caught:
        Database(path)
    assert "secret" not in caught.value.detail


def test_a_folder_that_cannot_be_made_is_a_plain_error(home: Path) -> None:
    home.write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        Database(home / "papergloss.sqlite3")


def _open(path: str, results: multiprocessing.SimpleQueue[str]) -> None:
    try:
        Database(Path(path)).close()
        results.put("ok")
    except Exception as error:
        results.put(repr(error))


def test_processes_that_start_at_once_make_one_database(path: Path) -> None:
    results = SPAWN.SimpleQueue()
    processes = [SPAWN.Process(target=_open, args=(str(path), results)) for _ in range(3)]
    for process in processes:
        process.start()
    assert [results.get() for _ in processes] == ["ok"] * 3
    for process in processes:
        process.join()
    results.close()
