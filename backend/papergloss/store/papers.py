"""Rows of saved papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from papergloss.store.columns import AMONG, among, as_json, plain
from papergloss.store.library_tables import (
    collection_papers,
    notes,
    paper_categories,
    paper_tags,
    papers,
    sayings,
)
from papergloss.store.numbers import fresh


class PaperRow(NamedTuple):
    """One saved paper, without its metadata. `authors` is JSON."""

    n: int
    id: str
    title: str
    title_target: str | None
    authors: str
    author_count: int
    first_author: str
    category: str
    year: int | None
    version: int
    latest_version: int
    card_id: str | None
    starred: bool
    state: str
    note_count: int
    revision: int
    submitted: datetime | None
    saved_at: datetime
    glossed_at: datetime | None
    opened_at: datetime | None
    trashed_at: datetime | None


COLUMNS = [papers.c[name] for name in PaperRow._fields]
_NAMES = ", ".join(column.name for column in COLUMNS)
_MOMENTS = [column.name for column in COLUMNS].index("submitted")
"""From here on the columns are moments."""


def find(connection: Connection, paper: str) -> PaperRow | None:
    """The paper with this id."""
    row = connection.execute(select(*COLUMNS).where(papers.c.id == paper)).one_or_none()
    return None if row is None else PaperRow(*row)


def by_number(connection: Connection, numbers: Sequence[int]) -> list[PaperRow]:
    """Papers in the order of their numbers in `numbers`."""
    statement = f"SELECT {_NAMES} FROM papers WHERE n {AMONG}"  # noqa: S608
    rows = plain(connection, statement, (as_json(numbers),))
    found = {row[0]: PaperRow(*row[:_MOMENTS], *map(_moment, row[_MOMENTS:])) for row in rows}
    return [found[n] for n in numbers if n in found]


def of_arxiv(connection: Connection, chosen: Sequence[str] | None, limit: int) -> list[PaperRow]:
    """Papers of arXiv outside the trash: those chosen, or those that were opened or saved last."""
    last = func.coalesce(papers.c.opened_at, papers.c.saved_at).desc()
    query = select(papers.c.n).where(papers.c.trashed_at.is_(None), papers.c.version > 0).order_by(last)
    if chosen is not None:
        query = query.where(among(papers.c.id, chosen))
    return by_number(connection, list(connection.execute(query.limit(limit)).scalars()))


def states(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The states of those papers that are there, outside the trash."""
    query = select(papers.c.id, papers.c.state).where(among(papers.c.id, ids), papers.c.trashed_at.is_(None))
    return {row.id: row.state for row in connection.execute(query)}


def metadata(connection: Connection, n: int) -> str:
    """A paper's gloss.card.Metadata as JSON."""
    return str(connection.execute(select(papers.c.metadata).where(papers.c.n == n)).scalar_one())


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(f"{text}Z") if text else None


def add(connection: Connection, **values: Any) -> int:
    """Inserts a paper; returns its number."""
    n = fresh(connection, papers.c.n)
    connection.execute(insert(papers).values(n=n, **values))
    return n


def change(connection: Connection, n: int, **values: Any) -> None:
    """Sets columns of a paper."""
    connection.execute(update(papers).where(papers.c.n == n).values(**values))


def revise(connection: Connection, numbers: Sequence[int], **values: Any) -> None:
    """The same for what readers set: the papers' revisions go up."""
    statement = update(papers).where(among(papers.c.n, numbers))
    connection.execute(statement.values(**values, revision=papers.c.revision + 1))


def set_categories(connection: Connection, n: int, categories: Sequence[str]) -> None:
    """Replaces a paper's categories."""
    connection.execute(delete(paper_categories).where(paper_categories.c.paper_n == n))
    rows = [{"paper_n": n, "category": category} for category in dict.fromkeys(categories)]
    if rows:
        connection.execute(insert(paper_categories), rows)


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Deletes papers with all that hangs on them; the index is not touched."""
    connection.execute(delete(papers).where(among(papers.c.n, numbers)))


def trashed_before(connection: Connection, moment: datetime) -> list[int]:
    """Papers that have been in the trash since before a moment."""
    return list(connection.execute(select(papers.c.n).where(papers.c.trashed_at < moment)).scalars())


def is_kept_otherwise(connection: Connection, n: int) -> bool:
    """Whether the reader has written something at a paper, or put it somewhere."""
    others = (notes, sayings, paper_tags, collection_papers)
    return any(
        connection.execute(select(exists().where(table.c.paper_n == n))).scalar_one() for table in others
    )


def total(connection: Connection, *, trashed: bool = False) -> int:
    """How many papers there are."""
    wanted = papers.c.trashed_at.is_not(None) if trashed else papers.c.trashed_at.is_(None)
    return int(connection.execute(select(func.count()).select_from(papers).where(wanted)).scalar_one())
