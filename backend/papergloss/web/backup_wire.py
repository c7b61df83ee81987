"""Requests and answers about backups, and about deleting for ever."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from papergloss.gloss.card import Wire


class BackupEntry(Wire):
    """One backup."""

    name: str
    made_at: datetime
    bytes: int
    reason: Literal["daily", "asked", "before-restore"]


class BackupList(Wire):
    """Backups, newest first."""

    backups: list[BackupEntry]


class BackupPreview(Wire):
    """What restoring a backup would do. Settings and paired browsers stay as they are."""

    backup: BackupEntry
    papers: int
    cards: int
    notes: int
    tags: int
    gone: list[str] = Field(description="titles of papers that are here now and not in the backup")
    gone_count: int
    back: list[str] = Field(description="titles of papers that are in the backup and not here now")
    back_count: int


class EraseRequest(Wire):
    """`POST /api/v1/library/erase`: deletes really and for ever. `paper` one, `all` everything."""

    paper: str | None = Field(None, max_length=100)
    trash: bool = Field(False, description="what is in the trash")
    everything: bool = False
    backups: bool = Field(False, description="delete the backups too, which still hold it")
