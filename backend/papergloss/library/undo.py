"""Taking back: every change that deletes, and every change of many, keeps how to undo it for 30 days."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from papergloss.errors import NotFound
from papergloss.store import holding
from papergloss.store.database import Connection, Database
from papergloss.store.holding import Kept

DAYS = 30
"""How long the trash and what can be undone are kept."""


@dataclass
class Done:
    """What was changed, and the id under which it can be taken back."""

    count: int = 0
    undo: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    """Rows that were deleted, for `holding.put_back`."""


@contextmanager
def undoable(connection: Connection, what: str, numbers: list[int]) -> Iterator[Done]:
    """Keeps what is changed of these papers inside the block."""
    done = Done(count=len(numbers))
    before = holding.hold(connection, numbers)
    yield done
    body = {**holding.difference(before, holding.hold(connection, numbers)), **done.extra}
    done.undo = uuid.uuid4().hex
    holding.keep(connection, Kept(done.undo, what, done.count, body, datetime.now(UTC)))


class Undo:
    """Takes changes back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def undo(self, undo: str | None = None) -> Done:
        """Takes back the change with this id, or the latest. Raises NotFound."""
        with self._database.write() as connection:
            kept = holding.take(connection, undo)
            if kept is None:
                raise NotFound("There is nothing to take back.", "What was changed is kept for 30 days.")
            numbers = holding.put_back(connection, kept.body)
            holding.reindex(connection, numbers, cards="cards" in kept.body.get("trashed", {}))
            return Done(count=kept.count)
