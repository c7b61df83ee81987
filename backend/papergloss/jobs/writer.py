"""Puts a running job's events into the log; most in small batches, so that a disk keeps up."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from papergloss.gloss.card import StageName
from papergloss.gloss.events import DeltaEvent, Event, ResultEvent, StageEvent
from papergloss.jobs.log import EventLog
from papergloss.store.database import Connection

BATCH_SECONDS = 0.04
"""25 batches a second read as flowing text; measured with 16 writers on one disk."""


class EventWriter:
    """Safe to use from every stage's thread.

    What must not be lost and each stage's first delta go at once, the rest every 40 ms or with the next
    `transaction`. A paper's metadata may wait too: they are kept with the booking of the first call to the
    model, which they so do not hold up, and cost nothing to get again.
    """

    def __init__(self, log: EventLog, job_id: str) -> None:
        self._log = log
        self._job_id = job_id
        self._changed = threading.Condition()
        self._waiting: list[Event] = []
        self._begun: set[StageName] = set()
        self._flushed_at = time.monotonic()
        self._due = math.inf
        self._failure: Exception | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._flush_late, name=f"events-{job_id[:8]}", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()
        with self._changed:
            if kind is None:
                self._flush()

    def emit(self, event: Event) -> None:
        """Keeps an event.

        Raises:
            StoreError: it, or an earlier one that waited, could not be kept.
        """
        with self._changed:
            self._add(event)
            now = time.monotonic()
            begun = self._flushed_at if isinstance(event, DeltaEvent) else now
            self._due = min(self._due, begun + BATCH_SECONDS)
            if not self._may_wait(event) or self._due <= now:
                self._flush()
            else:
                self._changed.notify()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A write transaction that also keeps the events that wait.

        Raises:
            StoreError: nothing could be kept.
        """
        with self._changed:
            self._require_sound()
            with self._log.transaction(self._job_id, self._waiting) as connection:
                yield connection
            self._emptied()

    def _may_wait(self, event: Event) -> bool:
        if isinstance(event, DeltaEvent):
            first = event.stage not in self._begun
            self._begun.add(event.stage)
            return not first
        if isinstance(event, StageEvent):
            return event.retry is None
        return isinstance(event, ResultEvent) and (not event.final or event.stage == "metadata")

    def _add(self, event: Event) -> None:
        last = self._waiting[-1] if self._waiting else None
        if (
            isinstance(event, DeltaEvent)
            and isinstance(last, DeltaEvent)
            and (last.stage, last.path) == (event.stage, event.path)
        ):
            self._waiting[-1] = last.model_copy(update={"text": last.text + event.text})
        else:
            self._waiting.append(event)

    def _flush(self) -> None:
        self._require_sound()
        if self._waiting:
            self._log.append(self._job_id, self._waiting)
        self._emptied()

    def _require_sound(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _emptied(self) -> None:
        self._waiting = []
        self._flushed_at = time.monotonic()
        self._due = math.inf

    def _flush_late(self) -> None:
        """Events that no later one carries along must not wait for it."""
        with self._changed:
            while not self._closed:
                left = self._due - time.monotonic()
                if not self._waiting:
                    self._changed.wait()
                elif left > 0:
                    self._changed.wait(left)
                else:
                    try:
                        self._flush()
                    except Exception as error:
                        self._failure = error
                        return
