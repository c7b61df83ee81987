"""The full-text index over papers: what is put in, and the queries over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import Connection

from papergloss.store.columns import AMONG, as_json, plain
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
_WRITE = f"INSERT INTO search (search, rowid, {_COLUMNS}) VALUES (?, ?, {_MARKS})"  # noqa: S608
_DELETE = "delete"
"""The command that takes a row out; FTS5 wants to be told with it exactly what it holds."""
AT_ONCE = 500
"""Papers whose texts are held in memory at once."""


def put(connection: Connection, n: int, texts: Texts) -> None:
    """Indexes a paper, instead of what the index held of it."""
    held = get(connection, n)
    if held == texts:
        return
    if held is not None:
        _take_out(connection, n, held)
    values = (n, *(getattr(texts, name) for name in NAMES))
    statement = f"INSERT INTO paper_texts (paper_n, {_COLUMNS}) VALUES (?, {_MARKS})"  # noqa: S608
    connection.exec_driver_sql(statement, values)
    connection.exec_driver_sql(_WRITE, (None, n, *_indexed(texts)))


def change(connection: Connection, column: str, texts: Mapping[int, str]) -> None:
    """Indexes one of the texts of some papers anew; leaves out papers that the index does not hold."""
    numbers = sorted(texts)
    for start in range(0, len(numbers), AT_ONCE):
        held = many(connection, numbers[start : start + AT_ONCE])
        changed = {n: old for n, old in held.items() if getattr(old, column) != texts[n]}
        if changed:
            writes = [write for n, old in changed.items() for write in _writes(n, old, column, texts[n])]
            connection.exec_driver_sql(_WRITE, writes)
            statement = f"UPDATE paper_texts SET {column} = ? WHERE paper_n = ?"  # noqa: S608
            connection.exec_driver_sql(statement, [(texts[n], n) for n in changed])


def remove(connection: Connection, n: int) -> None:
    """Takes a paper out."""
    held = get(connection, n)
    if held is not None:
        _take_out(connection, n, held)


def get(connection: Connection, n: int) -> Texts | None:
    """What the index holds of a paper."""
    return many(connection, [n]).get(n)


def many(connection: Connection, numbers: Sequence[int]) -> dict[int, Texts]:
    """The same for several papers."""
    sql = f"SELECT paper_n, {_COLUMNS} FROM paper_texts WHERE paper_n {AMONG} ORDER BY paper_n"  # noqa: S608
    return {n: Texts(*texts) for n, *texts in plain(connection, sql, (as_json(numbers),))}


def rebuild(connection: Connection) -> None:
    """Makes the whole index anew from the kept texts."""
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    everything = f"SELECT paper_n, {_COLUMNS} FROM paper_texts"  # noqa: S608
    for n, *texts in connection.exec_driver_sql(everything).all():
        connection.exec_driver_sql(_WRITE, (None, n, *_indexed(Texts(*texts))))
    connection.exec_driver_sql(f"PRAGMA user_version = {INDEX_VERSION}")


def is_current(connection: Connection) -> bool:
    """Whether the index was made by this version of `index_text`."""
    return bool(connection.exec_driver_sql("PRAGMA user_version").scalar_one() == INDEX_VERSION)


def forget(connection: Connection) -> None:
    """Writes the index anew so that nothing that was taken out is left in its pages."""
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('optimize')")


def _take_out(connection: Connection, n: int, held: Texts) -> None:
    connection.exec_driver_sql(_WRITE, (_DELETE, n, *_indexed(held)))
    connection.exec_driver_sql("DELETE FROM paper_texts WHERE paper_n = ?", (n,))


def _writes(n: int, old: Texts, column: str, text: str) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """A paper out and in again: FTS5 is quickest where these follow each other, by number."""
    cells = dict(zip(NAMES, _indexed(old), strict=True))
    return (_DELETE, n, *cells.values()), (None, n, *(cells | {column: tokens(text)}).values())


def _indexed(texts: Texts) -> tuple[str, ...]:
    return tuple(tokens(getattr(texts, name)) for name in NAMES)
