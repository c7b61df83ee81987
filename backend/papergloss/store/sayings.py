"""Rows of selections that were translated and of questions that were asked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from papergloss.store.library_tables import sayings


@dataclass(frozen=True, slots=True)
class SayingRow:
    """A selection or a question, and its answer as JSON."""

    id: str
    paper_n: int
    kind: str
    text: str
    lang: str
    engine: str
    model: str
    answer: str
    created_at: datetime
    trashed_at: datetime | None = None


_COLUMNS = [sayings.c[field.name] for field in fields(SayingRow)]


def of_paper(connection: Connection, n: int) -> list[SayingRow]:
    """A paper's, outside the trash, oldest first."""
    query = select(*_COLUMNS).where(sayings.c.paper_n == n, sayings.c.trashed_at.is_(None))
    return [SayingRow(*row) for row in connection.execute(query.order_by(sayings.c.created_at))]


def find(connection: Connection, saying: str) -> SayingRow | None:
    """The one with this id."""
    row = connection.execute(select(*_COLUMNS).where(sayings.c.id == saying)).one_or_none()
    return None if row is None else SayingRow(*row)


def add(connection: Connection, row: SayingRow) -> None:
    """Inserts one."""
    connection.execute(insert(sayings).values({name: getattr(row, name) for name in SayingRow.__slots__}))


def renew(connection: Connection, saying: str, answer: str) -> None:
    """Gives one another answer, outside the trash."""
    statement = update(sayings).where(sayings.c.id == saying)
    connection.execute(statement.values(answer=answer, trashed_at=None))


def set_trashed(connection: Connection, saying: str, at: datetime | None) -> None:
    """Puts one into the trash or takes it out."""
    connection.execute(update(sayings).where(sayings.c.id == saying).values(trashed_at=at))
