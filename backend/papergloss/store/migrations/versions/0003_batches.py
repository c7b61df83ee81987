"""Many papers at once; jobs that nobody waits for have threads of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.add_column("jobs", sa.Column("background", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "batches",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("lang", sa.String(20), nullable=False),
        sa.Column("engine", sa.String(20), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("problem", sa.Text),
        sa.Column("runner", sa.String(32), nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
    )
    op.create_index("batches_by_age", "batches", ["created_at"])
    op.create_index("batches_by_digest", "batches", ["digest"])
    batch = sa.ForeignKey("batches.id", ondelete="CASCADE")
    op.create_table(
        "batch_items",
        sa.Column("batch_id", sa.String(32), batch, primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("paper", sa.String(80), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("card_id", sa.String(40)),
        sa.Column("problem", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_index("batch_items_by_end", "batch_items", ["batch_id", "seq"])
