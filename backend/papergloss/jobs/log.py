"""The event log: where a job's events are kept before anyone sees them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from papergloss.gloss.events import Event, ResetEvent, ResultEvent
from papergloss.jobs.record import row_of
from papergloss.store import events as rows
from papergloss.store import jobs as job_rows
from papergloss.store.database import Connection, Database
from papergloss.store.events import EventRow

BATCH = 500
"""Events read at once: a whole finished card, without holding the database for long."""


class EventLog(Protocol):
    """Numbered events per job: no gap and no number twice when they are given, in one order for all."""

    def append(self, job_id: str, events: Sequence[Event]) -> None:
        """Keeps the events, then wakes those who wait."""

    def transaction(self, job_id: str, events: Sequence[Event]) -> AbstractContextManager[Connection]:
        """The same, together with whatever else is written inside: all of it is kept or nothing."""

    def read(self, job_id: str, after: int) -> list[EventRow]:
        """The next events after a number, in order; empty where there are none yet."""

    def wait(self, job_id: str, after: int, seconds: float) -> None:
        """Returns when there may be an event after `after`, or when the time is over."""


class StoredLog:
    """The event log in the database. Waiting sees this process's events at once, others' by looking."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._changed = threading.Condition()
        self._last: dict[str, int] = {}

    def append(self, job_id: str, events: Sequence[Event]) -> None:
        """See EventLog."""
        with self.transaction(job_id, events):
            pass

    @contextmanager
    def transaction(self, job_id: str, events: Sequence[Event]) -> Iterator[Connection]:
        """See EventLog."""
        with self._database.write() as connection:
            last = write(connection, job_id, events) if events else None
            yield connection
        if last is not None:
            self.woken(job_id, last)

    def woken(self, job_id: str, last: int) -> None:
        """Tells those who wait that a transaction of someone else has written up to `last`."""
        with self._changed:
            self._last[job_id] = last
            self._changed.notify_all()

    def read(self, job_id: str, after: int) -> list[EventRow]:
        """See EventLog."""
        with self._database.read() as connection:
            return rows.read(connection, job_id, after, BATCH)

    def everything(self, job_id: str) -> Iterator[EventRow]:
        """All of a job's events that are in the log now."""
        after = 0
        while batch := self.read(job_id, after):
            yield from batch
            after = batch[-1].seq

    def wait(self, job_id: str, after: int, seconds: float) -> None:
        """See EventLog."""
        with self._changed:
            self._changed.wait_for(lambda: self._last.get(job_id, 0) > after, seconds)


def write(connection: Connection, job_id: str, events: Sequence[Event]) -> int:
    """Appends within a transaction; returns the last number.

    A final result takes the stage's deltas out of the log, a reset all that the stage had shown:
    whoever comes later gets what replaces them. The paper's title names the job.
    """
    for event in events:
        if isinstance(event, ResetEvent):
            rows.drop(connection, job_id, ("delta", "result", "problem", "stage"), event.stage)
    last = rows.append(connection, job_id, [row_of(event) for event in events])
    for event in events:
        if isinstance(event, ResultEvent) and event.part.metadata is not None:
            job_rows.change(connection, job_id, title=event.part.metadata.title)
        if isinstance(event, ResultEvent) and event.final:
            rows.drop(connection, job_id, ("delta",), event.stage)
    return last
