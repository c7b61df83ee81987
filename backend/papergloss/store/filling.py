"""Brings the library up to date with what an earlier release left, when the database is opened."""

from __future__ import annotations

from sqlalchemy import Connection, select

from papergloss.store import search, shelving
from papergloss.store.cards import SHELVED
from papergloss.store.tables import cards


def fill(connection: Connection) -> None:
    """Shelves cards that no paper holds yet, and makes the index anew where its form has changed."""
    if not search.is_current(connection):
        search.rebuild(connection)
    query = select(cards.c.id).where(cards.c.paper_n.is_(None), cards.c.kind.in_(SHELVED))
    query = query.order_by(cards.c.saved_at, cards.c.id)
    for card_id in connection.execute(query).scalars().all():
        shelving.shelve(connection, card_id)
