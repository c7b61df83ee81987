"""Model calls with what they have used, and notes on parts of long papers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "calls",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("job_id", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("stage", sa.String(20), nullable=False),
        sa.Column("provider", sa.String(255), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("tokens_in", sa.Integer, nullable=False),
        sa.Column("tokens_cached", sa.Integer, nullable=False),
        sa.Column("tokens_out", sa.Integer, nullable=False),
        sa.Column("estimated", sa.Boolean, nullable=False),
        sa.Column("cost", sa.Float),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("reserved", sa.Float),
    )
    op.create_index("calls_by_month", "calls", ["month"])
    op.create_index("calls_by_job", "calls", ["job_id"])
    op.create_table(
        "section_notes",
        sa.Column("paper", sa.String(80), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("saved_at", sa.DateTime, nullable=False),
        sqlite_with_rowid=False,
    )
