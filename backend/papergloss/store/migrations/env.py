"""Alembic runs this; the connection and its transaction belong to the caller."""

from __future__ import annotations

from alembic import context

from papergloss.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
