"""From the driver's errors to ours. Its messages can carry stored text: only the kind goes on."""

from __future__ import annotations

import sqlite3

from papergloss.errors import StoreCorrupt, StoreError

_NO_TEXT = "Could not decode to UTF-8"
"""Python's own words, without a code, for a text of which bytes have changed."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def translated(error: BaseException) -> StoreError:
    """What happened, as one of our errors."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED or str(error).startswith(_NO_TEXT):
        return StoreCorrupt()
    if code == sqlite3.SQLITE_FULL:
        return StoreError("The disk is full.", "Free some space: nothing that was saved is lost.")
    return StoreError(f"The database refused: {type(error).__name__}.")
