"""The first schema: jobs, events, cards, readings, settings, consents, paired clients."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    _jobs()
    _library()
    _settings()


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("key_digest", sa.String(16), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("regenerate", sa.Boolean, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("runner", sa.String(32), nullable=False),
        sa.Column("cancel_asked", sa.Boolean, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("card_id", sa.String(40)),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
    )
    op.create_index(
        "one_unfinished_job_per_key",
        "jobs",
        ["key_digest"],
        unique=True,
        sqlite_where=sa.text("state IN ('queued', 'running')"),
    )
    op.create_index("jobs_by_age", "jobs", ["created_at"])
    op.create_index("jobs_by_card", "jobs", ["card_id"])
    op.create_table(
        "events",
        sa.Column("job_id", sa.String(32), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("type", sa.String(10), nullable=False),
        sa.Column("stage", sa.String(20)),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _library() -> None:
    op.create_table(
        "cards",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("key_digest", sa.String(16), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("family", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("paper", sa.Text, nullable=False),
        sa.Column("lang", sa.String(20), nullable=False),
        sa.Column("engine", sa.String(20), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("title_target", sa.Text),
        sa.Column("authors", sa.Text, nullable=False),
        sa.Column("author_count", sa.Integer, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("saved_at", sa.DateTime, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("key_digest", "revision"),
    )
    op.create_index("cards_by_age", "cards", ["saved_at"])
    op.create_index("cards_by_family", "cards", ["family", "version", "revision"])
    op.create_table(
        "readings",
        sa.Column("paper", sa.String(80), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("saved_at", sa.DateTime, nullable=False),
    )


def _settings() -> None:
    op.create_table(
        "settings",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "consents",
        sa.Column("provider", sa.String(255), primary_key=True),
        sa.Column("given_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "clients",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("origin", sa.String(255), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("paired_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "pairings",
        sa.Column("secret_hash", sa.String(64), primary_key=True),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
