"""The full-text index over papers: what is put in, and the queries over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from sqlalchemy import Connection

from papergloss.store.columns import AMONG, as_json
from papergloss.store.index_text import tokens

INDEX_VERSION = 1
"""Raised when `index_text` changes: the index is then made anew when the database is opened."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What can be found of one paper. `card` is all its cards, in every language."""

    title: str
    authors: str
    abstract: str
    card: str = ""
    notes: str = ""
    tags: str = ""


NAMES = tuple(field.name for field in fields(Texts))
_COLUMNS = ", ".join(NAMES)
_MARKS = ", ".join("?" * len(NAMES))


def put(connection: Connection, n: int, texts: Texts) -> None:
    """Indexes a paper, instead of what the index held of it."""
    remove(connection, n)
    values = (n, *(getattr(texts, name) for name in NAMES))
    statement = f"INSERT INTO paper_texts (paper_n, {_COLUMNS}) VALUES (?, {_MARKS})"  # noqa: S608
    connection.exec_driver_sql(statement, values)
    _insert(connection, n, texts)


def change(connection: Connection, n: int, **values: str) -> None:
    """Indexes some of a paper's texts anew."""
    held = get(connection, n)
    if held is not None:
        put(connection, n, replace(held, **values))


def remove(connection: Connection, n: int) -> None:
    """Takes a paper out. FTS5 wants to be told exactly what it holds."""
    held = get(connection, n)
    if held is None:
        return
    connection.exec_driver_sql(
        f"INSERT INTO search (search, rowid, {_COLUMNS}) VALUES ('delete', ?, {_MARKS})",  # noqa: S608
        (n, *_indexed(held)),
    )
    connection.exec_driver_sql("DELETE FROM paper_texts WHERE paper_n = ?", (n,))


def get(connection: Connection, n: int) -> Texts | None:
    """What the index holds of a paper."""
    return many(connection, [n]).get(n)


def many(connection: Connection, numbers: Sequence[int]) -> dict[int, Texts]:
    """The same for several papers."""
    rows = connection.exec_driver_sql(
        f"SELECT paper_n, {_COLUMNS} FROM paper_texts WHERE paper_n {AMONG}",  # noqa: S608
        (as_json(numbers),),
    )
    return {n: Texts(*texts) for n, *texts in rows}


def rebuild(connection: Connection) -> None:
    """Makes the whole index anew from the kept texts."""
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    everything = f"SELECT paper_n, {_COLUMNS} FROM paper_texts"  # noqa: S608
    for n, *texts in connection.exec_driver_sql(everything).all():
        _insert(connection, n, Texts(*texts))
    connection.exec_driver_sql(f"PRAGMA user_version = {INDEX_VERSION}")


def is_current(connection: Connection) -> bool:
    """Whether the index was made by this version of `index_text`."""
    return bool(connection.exec_driver_sql("PRAGMA user_version").scalar_one() == INDEX_VERSION)


def forget(connection: Connection) -> None:
    """Writes the index anew so that nothing that was taken out is left in its pages."""
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('optimize')")


def _insert(connection: Connection, n: int, texts: Texts) -> None:
    connection.exec_driver_sql(
        f"INSERT INTO search (rowid, {_COLUMNS}) VALUES (?, {_MARKS})",  # noqa: S608
        (n, *_indexed(texts)),
    )


def _indexed(texts: Texts) -> tuple[str, ...]:
    return tuple(tokens(getattr(texts, name)) for name in NAMES)
