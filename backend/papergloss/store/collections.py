"""Rows of collections, and which paper is in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from papergloss.store.columns import among
from papergloss.store.index_text import fold
from papergloss.store.library_tables import collection_papers, collections, papers
from papergloss.store.numbers import fresh


@dataclass(frozen=True, slots=True)
class CollectionRow:
    """A collection; `count` leaves out what is in the trash."""

    id: int
    name: str
    count: int


_ALIVE = collection_papers.join(
    papers, (papers.c.n == collection_papers.c.paper_n) & papers.c.trashed_at.is_(None)
)
_ROWS = (
    select(collections.c.id, collections.c.name, func.count(papers.c.n))
    .select_from(collections.outerjoin(_ALIVE))
    .group_by(collections.c.id)
    .order_by(collections.c.folded)
)


def everyone(connection: Connection) -> list[CollectionRow]:
    """Every collection by name."""
    return [CollectionRow(*row) for row in connection.execute(_ROWS)]


def of_paper(connection: Connection, n: int) -> list[CollectionRow]:
    """The collections that a paper is in."""
    mine = select(collection_papers.c.collection_id).where(collection_papers.c.paper_n == n)
    return [CollectionRow(*row) for row in connection.execute(_ROWS.where(collections.c.id.in_(mine)))]


def find(connection: Connection, *, id: int | None = None, name: str = "") -> CollectionRow | None:
    """The collection with this number or name."""
    wanted = collections.c.id == id if id is not None else collections.c.folded == fold(name)
    row = connection.execute(_ROWS.where(wanted)).one_or_none()
    return None if row is None else CollectionRow(*row)


def add(connection: Connection, name: str, id: int | None = None) -> int:
    """Inserts a collection; returns its number."""
    number = fresh(connection, collections.c.id) if id is None else id
    connection.execute(insert(collections).values(id=number, name=name, folded=fold(name)))
    return number


def rename(connection: Connection, id: int, name: str) -> None:
    """Gives a collection another name."""
    values = {"name": name, "folded": fold(name)}
    connection.execute(update(collections).where(collections.c.id == id).values(values))


def remove(connection: Connection, id: int) -> None:
    """Deletes a collection, not its papers."""
    connection.execute(delete(collections).where(collections.c.id == id))


def members(connection: Connection, id: int) -> list[int]:
    """Numbers of a collection's papers."""
    query = select(collection_papers.c.paper_n).where(collection_papers.c.collection_id == id)
    return list(connection.execute(query).scalars())


def put_in(connection: Connection, id: int, numbers: Sequence[int]) -> None:
    """Puts papers into a collection."""
    if numbers:
        rows = [{"collection_id": id, "paper_n": n} for n in numbers]
        connection.execute(upsert(collection_papers).on_conflict_do_nothing(), rows)


def take_out(connection: Connection, id: int, numbers: Sequence[int]) -> None:
    """Takes papers out of a collection."""
    wanted = (collection_papers.c.collection_id == id) & among(collection_papers.c.paper_n, numbers)
    connection.execute(delete(collection_papers).where(wanted))
