"""What goes wrong with the database."""

from __future__ import annotations

from papergloss.errors.base import PaperGlossError


class StoreError(PaperGlossError):
    """The database cannot be read or written."""

    type = "store"
    title = "The library cannot be read or written"
    default_hint = "Run `papergloss doctor`."


class StoreCorrupt(StoreError):
    """The database is damaged."""

    type = "store-corrupt"
    title = "The library's database is damaged"
    default_hint = "Run `papergloss restore --latest`: it puts the newest good backup in its place."
