"""The last numbers that papers, tags and collections were given."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NUMBERED = {"papers": "n", "tags": "id", "collections": "id"}


def upgrade() -> None:
    """Applies the change."""
    op.create_table(
        "numbers",
        sa.Column("table", sa.String(20), primary_key=True),
        sa.Column("last", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    for table, column in NUMBERED.items():
        last = f"SELECT '{table}', coalesce(max({column}), 0) FROM {table}"  # noqa: S608
        op.execute(f"INSERT INTO numbers {last}")
