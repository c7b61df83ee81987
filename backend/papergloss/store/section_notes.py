"""Rows of notes on parts of papers."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from papergloss.store.tables import section_notes


def find(connection: Connection, paper: str, digest: str) -> str | None:
    """The kept notes or None."""
    wanted = (section_notes.c.paper == paper) & (section_notes.c.digest == digest)
    return connection.execute(select(section_notes.c.body).where(wanted)).scalar_one_or_none()


def save(connection: Connection, paper: str, digest: str, body: str) -> None:
    """Keeps notes, instead of earlier ones."""
    values = {"body": body, "saved_at": datetime.now(UTC)}
    statement = insert(section_notes).values(paper=paper, digest=digest, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["paper", "digest"], set_=values))
