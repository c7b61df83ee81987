"""How long stages took."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "stage_times",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("engine", sa.String(20), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("stage", sa.String(20), nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
    )
    op.create_index("stage_times_by_model", "stage_times", ["kind", "engine", "model", "stage"])
