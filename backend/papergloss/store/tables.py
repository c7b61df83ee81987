"""The tables as they are after the newest migration. Times are UTC, texts of JSON are pydantic's."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from papergloss.store.columns import METADATA, Moment
from papergloss.store.library_tables import papers

__all__ = [
    "METADATA",
    "UNFINISHED",
    "cards",
    "clients",
    "consents",
    "events",
    "jobs",
    "pairings",
    "papers",
    "readings",
    "settings",
]

UNFINISHED = ("queued", "running")
"""States of a job that some process still has to bring to an end."""


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
    Column("background", Boolean, nullable=False),
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

batches = Table(
    "batches",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("digest", String(16), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("lang", String(20), nullable=False),
    Column("engine", String(20), nullable=False),
    Column("model", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("problem", Text),
    Column("runner", String(32), nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index("batches_by_age", "created_at"),
    Index("batches_by_digest", "digest"),
)

batch_items = Table(
    "batch_items",
    METADATA,
    Column("batch_id", String(32), ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("paper", String(80), nullable=False),
    Column("state", String(10), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("card_id", String(40)),
    Column("problem", Text),
    Index("batch_items_by_end", "batch_id", "seq"),
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
    Column("kind", String(10), nullable=False, server_default="card"),
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
    Column("paper_n", Integer, ForeignKey(papers.c.n)),
    Column("trashed_at", Moment),
    UniqueConstraint("key_digest", "revision"),
    Index("cards_by_age", "saved_at"),
    Index("cards_by_family", "family", "version", "revision"),
    Index("cards_by_paper", "paper_n", "saved_at"),
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

calls = Table(
    "calls",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("job_id", String(32), nullable=False),
    Column("at", Moment, nullable=False),
    Column("month", String(7), nullable=False),
    Column("stage", String(20), nullable=False),
    Column("provider", String(255), nullable=False),
    Column("model", Text, nullable=False),
    Column("tokens_in", Integer, nullable=False),
    Column("tokens_cached", Integer, nullable=False),
    Column("tokens_out", Integer, nullable=False),
    Column("estimated", Boolean, nullable=False),
    Column("cost", Float),
    Column("currency", String(3), nullable=False),
    Column("reserved", Float),
    Index("calls_by_month", "month"),
    Index("calls_by_job", "job_id"),
)
"""No key to `jobs`: what was spent stays in the month's sum when a card and its job are deleted."""

stage_times = Table(
    "stage_times",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("engine", String(20), nullable=False),
    Column("model", Text, nullable=False),
    Column("stage", String(20), nullable=False),
    Column("seconds", Float, nullable=False),
    Index("stage_times_by_model", "kind", "engine", "model", "stage"),
)

section_notes = Table(
    "section_notes",
    METADATA,
    Column("paper", String(80), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("body", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
    sqlite_with_rowid=False,
)
