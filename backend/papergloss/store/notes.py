"""Rows of notes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from papergloss.store.library_tables import notes, papers


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note in Markdown; `paper` is the paper's id."""

    id: str
    paper_n: int
    paper: str
    body: str
    passage: int | None
    quote: str | None
    revision: int
    created_at: datetime
    changed_at: datetime
    trashed_at: datetime | None


_COLUMNS = [papers.c.id if f.name == "paper" else notes.c[f.name] for f in fields(NoteRow)]
_ROWS = select(*_COLUMNS).join(papers, papers.c.n == notes.c.paper_n)


def of_paper(connection: Connection, n: int) -> list[NoteRow]:
    """A paper's notes outside the trash, oldest first."""
    query = _ROWS.where(notes.c.paper_n == n, notes.c.trashed_at.is_(None)).order_by(notes.c.created_at)
    return [NoteRow(*row) for row in connection.execute(query)]


def find(connection: Connection, note: str) -> NoteRow | None:
    """The note with this id, in the trash or not."""
    row = connection.execute(_ROWS.where(notes.c.id == note)).one_or_none()
    return None if row is None else NoteRow(*row)


def add(connection: Connection, **values: Any) -> None:
    """Inserts a note."""
    connection.execute(insert(notes).values(**values, revision=1))


def change(connection: Connection, note: str, **values: Any) -> None:
    """Sets columns of a note; its revision goes up."""
    statement = update(notes).where(notes.c.id == note)
    connection.execute(statement.values(**values, revision=notes.c.revision + 1))
