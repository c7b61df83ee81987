"""Puts a running job's events into the log; deltas in small batches, so that a disk keeps up."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Self

from papergloss.gloss.events import DeltaEvent, Event
from papergloss.jobs.log import EventLog

BATCH_SECONDS = 0.04
"""25 batches a second read as flowing text; measured with 16 writers on one disk."""


class EventWriter:
    """Safe to use from every stage's thread. The first delta goes at once, later ones every 40 ms."""

    def __init__(self, log: EventLog, job_id: str) -> None:
        self._log = log
        self._job_id = job_id
        self._changed = threading.Condition()
        self._waiting: list[DeltaEvent] = []
        self._flushed_at = 0.0
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
                self._flush([])

    def emit(self, event: Event) -> None:
        """Keeps an event.

        Raises:
            StoreError: it, or an earlier delta, could not be kept.
        """
        with self._changed:
            if not isinstance(event, DeltaEvent):
                self._flush([event])
                return
            self._add(event)
            if time.monotonic() - self._flushed_at >= BATCH_SECONDS:
                self._flush([])
            else:
                self._changed.notify()

    def _add(self, event: DeltaEvent) -> None:
        last = self._waiting[-1] if self._waiting else None
        if last is not None and (last.stage, last.path) == (event.stage, event.path):
            self._waiting[-1] = last.model_copy(update={"text": last.text + event.text})
        else:
            self._waiting.append(event)

    def _flush(self, events: list[Event]) -> None:
        if self._failure is not None:
            raise self._failure
        batch: list[Event] = [*self._waiting, *events]
        self._waiting = []
        self._flushed_at = time.monotonic()
        if batch:
            self._log.append(self._job_id, batch)

    def _flush_late(self) -> None:
        """Deltas that no later event carries along must not wait for one."""
        with self._changed:
            while not self._closed:
                due = self._flushed_at + BATCH_SECONDS - time.monotonic()
                if not self._waiting:
                    self._changed.wait()
                elif due > 0:
                    self._changed.wait(due)
                else:
                    try:
                        self._flush([])
                    except Exception as error:
                        self._failure = error
                        return
