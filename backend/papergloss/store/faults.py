"""From the driver's errors to ours. Its messages can carry stored text: only the kind goes on."""

from __future__ import annotations

import sqlite3

from papergloss.errors import StoreCorrupt, StoreError

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def translated(error: BaseException) -> StoreError:
    """What happened, as one of our errors."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return StoreCorrupt()
    if code == sqlite3.SQLITE_FULL:
        return StoreError("The disk is full.", "Free some space: nothing that was saved is lost.")
    return StoreError(f"The database refused: {type(error).__name__}.")
