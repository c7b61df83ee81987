"""Rows of what happened to papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from papergloss.store.library_tables import history, papers


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that happened."""

    paper: str
    title: str
    kind: str
    card_id: str | None
    at: datetime


def add(connection: Connection, n: int, kind: str, at: datetime, card_id: str | None = None) -> None:
    """Notes that something happened to a paper."""
    connection.execute(insert(history).values(paper_n=n, kind=kind, card_id=card_id, at=at))


def add_many(connection: Connection, numbers: Sequence[int], kind: str, at: datetime) -> None:
    """Notes the same of many papers."""
    if numbers:
        connection.execute(insert(history), [{"paper_n": n, "kind": kind, "at": at} for n in numbers])


def glossed(connection: Connection, n: int, card_id: str, at: datetime) -> None:
    """Notes a gloss, once a card; a paper's later ones are `reglossed`."""
    query = select(history.c.card_id).where(history.c.paper_n == n, history.c.card_id.is_not(None))
    known = set(connection.execute(query).scalars())
    if card_id not in known:
        add(connection, n, "reglossed" if known else "glossed", at, card_id)


def page(connection: Connection, paper: str | None, offset: int, limit: int) -> list[HistoryRow]:
    """What happened, the latest first; of one paper or of all that are not in the trash."""
    query = select(papers.c.id, papers.c.title, history.c.kind, history.c.card_id, history.c.at)
    query = query.join(papers, papers.c.n == history.c.paper_n)
    query = query.where(papers.c.id == paper if paper else papers.c.trashed_at.is_(None))
    query = query.order_by(history.c.at.desc(), history.c.n.desc()).offset(offset).limit(limit)
    return [HistoryRow(*row) for row in connection.execute(query)]
