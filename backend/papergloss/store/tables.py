"""The tables as they are after the newest migration. Times are UTC, texts of JSON are pydantic's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

METADATA = MetaData()
UNFINISHED = ("queued", "running")
"""States of a job that some process still has to bring to an end."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Drops the zone after moving to UTC."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Puts UTC back."""
        return value.replace(tzinfo=UTC) if value else None


jobs = Table(
    "jobs",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("key_digest", String(16), nullable=False),
    Column("key", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("regenerate", Boolean, nullable=False),
    Column("state", String(10), nullable=False),
    Column("runner", String(32), nullable=False),
    Column("cancel_asked", Boolean, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("title", Text),
    Column("card_id", String(40)),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(
        "one_unfinished_job_per_key",
        "key_digest",
        unique=True,
        sqlite_where=text("state IN ('queued', 'running')"),
    ),
    Index("jobs_by_age", "created_at"),
    Index("jobs_by_card", "card_id"),
)

events = Table(
    "events",
    METADATA,
    Column("job_id", String(32), ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("type", String(10), nullable=False),
    Column("stage", String(20)),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

cards = Table(
    "cards",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("key_digest", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("family", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("paper", Text, nullable=False),
    Column("lang", String(20), nullable=False),
    Column("engine", String(20), nullable=False),
    Column("model", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_target", Text),
    Column("authors", Text, nullable=False),
    Column("author_count", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("key_digest", "revision"),
    Index("cards_by_age", "saved_at"),
    Index("cards_by_family", "family", "version", "revision"),
)

readings = Table(
    "readings",
    METADATA,
    Column("paper", String(80), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("saved_at", Moment, nullable=False),
)

settings = Table(
    "settings",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

consents = Table(
    "consents",
    METADATA,
    Column("provider", String(255), primary_key=True),
    Column("given_at", Moment, nullable=False),
)

clients = Table(
    "clients",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("origin", String(255), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("paired_at", Moment, nullable=False),
)

pairings = Table(
    "pairings",
    METADATA,
    Column("secret_hash", String(64), primary_key=True),
    Column("expires_at", Moment, nullable=False),
)
