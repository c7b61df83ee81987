"""Under which keys papers are cited."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "cite_keys",
        sa.Column("paper_n", sa.Integer, sa.ForeignKey("papers.n", ondelete="CASCADE"), primary_key=True),
        sa.Column("key", sa.String(80, collation="NOCASE"), nullable=False, unique=True),
    )
