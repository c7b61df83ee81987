"""Which saved papers say what the reader likes."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from papergloss.store.library_tables import papers
from papergloss.store.shelving import TO_READ


class InterestRow(NamedTuple):
    """A paper that the reader has opened or marked."""

    id: str
    title: str
    abstract: str
    starred: bool
    state: str


def latest(connection: Connection, limit: int) -> list[InterestRow]:
    """The papers saved last that were starred, opened or changed by the reader, outside the trash.

    A paper that only a program has saved, such as one of a digest, says nothing of the reader.
    """
    touched = or_(
        papers.c.starred, papers.c.state != TO_READ, papers.c.opened_at.is_not(None), papers.c.revision > 1
    )
    abstract = func.coalesce(func.json_extract(papers.c.metadata, "$.abstract"), "")
    query = select(papers.c.id, papers.c.title, abstract, papers.c.starred, papers.c.state)
    query = query.where(papers.c.trashed_at.is_(None), touched)
    query = query.order_by(papers.c.saved_at.desc(), papers.c.n.desc()).limit(limit)
    return [InterestRow(*row) for row in connection.execute(query)]
