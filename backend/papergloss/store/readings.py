"""Rows of papers already read."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from papergloss.store.tables import readings


def find(connection: Connection, paper: str) -> bytes | None:
    """The stored reading or None."""
    return connection.execute(select(readings.c.body).where(readings.c.paper == paper)).scalar_one_or_none()


def save(connection: Connection, paper: str, body: bytes) -> None:
    """Keeps a reading, instead of an earlier one."""
    values = {"body": body, "saved_at": datetime.now(UTC)}
    statement = insert(readings).values(paper=paper, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["paper"], set_=values))
