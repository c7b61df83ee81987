"""The kind of each card: brief glosses of lists are kept, but are no papers of the library."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the change."""
    op.add_column("cards", sa.Column("kind", sa.String(10), nullable=False, server_default="card"))
