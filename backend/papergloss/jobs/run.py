"""One run of one job: from claiming it to its last event."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace

from papergloss.errors import Cancelled, PaperGlossError, StoreError
from papergloss.gloss.card import Card, CardKey, Problem
from papergloss.gloss.events import (
    DoneEvent,
    Event,
    ProblemEvent,
    ResetEvent,
    StageEvent,
)
from papergloss.gloss.request import Job, Tools
from papergloss.jobs import log, saving
from papergloss.jobs.account import JobAccount
from papergloss.jobs.earlier import Earlier
from papergloss.jobs.log import StoredLog
from papergloss.jobs.record import event_of, target_from
from papergloss.jobs.stage_clock import StageClock
from papergloss.jobs.turns import Turns
from papergloss.jobs.writer import EventWriter
from papergloss.settings.usage import UsageBook
from papergloss.store import events as event_rows
from papergloss.store import jobs as job_rows
from papergloss.store import stage_times
from papergloss.store.database import Connection, Database
from papergloss.store.jobs import JobRow

CANCEL_LOOK_SECONDS = 0.5
"""How often a running job looks whether another process has cancelled it."""

_log = logging.getLogger(__name__)

Pipeline = Callable[[Job, Tools], Card]
ToolsFactory = Callable[[CardKey], Tools]


class Interrupted(Exception):
    """This process is closing; the job stays unfinished for whoever comes next."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every run works with."""

    database: Database
    log: StoredLog
    pipeline: Pipeline
    tools: ToolsFactory
    closing: threading.Event
    book: UsageBook
    turns: Turns


class Run:
    """Runs a job that this process has claimed."""

    def __init__(self, workshop: Workshop, row: JobRow) -> None:
        self._shop = workshop
        self._row = row
        self._cancelled = threading.Event()
        self._looked_at = 0.0
        self._clock = StageClock()

    def cancel(self) -> None:
        """Asks the run to end soon."""
        self._cancelled.set()

    def go(self) -> None:
        """Runs the pipeline, saves the card and ends the job. Faults end in the log, not in the caller.

        Raises:
            StoreError: nothing can be recorded; the job is as it was.
        """
        try:
            with EventWriter(self._shop.log, self._row.id) as writer:
                card = self._make(writer)
            self._end(card.state if card.state != "running" else "done", card)
        except Interrupted:
            _log.info("job %s waits for the next start", self._row.id)
        except Cancelled:
            self._end("cancelled", None)
        except StoreError:
            raise
        except PaperGlossError as error:
            self._end("failed", None, error)
        except Exception as error:
            # The message may hold the paper's text or a key: only where it happened is logged.
            places = "".join(traceback.format_tb(error.__traceback__))
            _log.error("job %s failed: %s\n%s", self._row.id, type(error).__name__, places)
            self._end("failed", None, PaperGlossError())

    def _make(self, writer: EventWriter) -> Card:
        earlier = self._take_up(writer)

        def emit(event: Event) -> None:
            self._clock.hear(event)
            writer.emit(event)

        key = CardKey.model_validate_json(self._row.key)
        tools = self._shop.tools(key)
        if self._row.background and tools.model is not None:
            tools = replace(tools, model=self._shop.turns.model(tools.model))
        account = JobAccount(self._shop.database, self._shop.book, self._row.id, writer.transaction)
        if self._row.last_seq:
            account.settle(earlier.heard, tools.model.provider if tools.model else None)
        target = target_from(self._row.target)
        job = Job(key, target, earlier.finished, emit, self._is_cancelled, account, earlier.failed)
        try:
            card = self._shop.pipeline(job, tools)
        except Cancelled:
            if self._shop.closing.is_set() and not self._cancelled.is_set():
                raise Interrupted from None
            raise
        kept = [warning for warning in earlier.warnings if warning not in card.warnings]
        return card.model_copy(update={"warnings": [*kept, *card.warnings]})

    def _take_up(self, writer: EventWriter) -> Earlier:
        rows = self._shop.log.everything(self._row.id) if self._row.last_seq else ()
        earlier = Earlier.of([event_of(row) for row in rows])
        for stage, state in earlier.states.items():
            if stage in earlier.finished and state != "done":
                writer.emit(StageEvent(name=stage, state="done"))
            elif stage not in earlier.finished and stage not in earlier.failed:
                writer.emit(ResetEvent(stage=stage))
        return earlier

    def _is_cancelled(self) -> bool:
        if self._shop.closing.is_set():
            return True
        if not self._cancelled.is_set() and time.monotonic() - self._looked_at > CANCEL_LOOK_SECONDS:
            self._looked_at = time.monotonic()
            with self._shop.database.read() as connection:
                row = job_rows.find(connection, self._row.id)
            if row is None or row.cancel_asked:
                self._cancelled.set()
        return self._cancelled.is_set()

    def _end(self, state: str, card: Card | None, error: PaperGlossError | None = None) -> None:
        with self._shop.database.write() as connection:
            last = end(connection, self._row, state, card, error)
            key = CardKey.model_validate_json(self._row.key)
            stage_times.keep(connection, key.kind, key.engine, key.model, self._clock.seconds)
        self._shop.log.woken(self._row.id, last)


def end(
    connection: Connection,
    row: JobRow,
    state: str,
    card: Card | None = None,
    error: PaperGlossError | None = None,
) -> int:
    """Saves the card, writes the last events and ends the job, all in the caller's transaction.

    Returns:
        The number of the last event.
    """
    saved = saving.save(connection, row, card) if card is not None else None
    events: list[Event] = []
    if state == "cancelled":
        events += _cancelled_stages(connection, row.id)
    if error is not None:
        problem = Problem(type=error.type, title=error.title, detail=error.detail, hint=error.hint)
        events.append(ProblemEvent(problem=problem))
    card_id = saved.id if saved is not None else row.card_id
    events.append(DoneEvent.model_validate({"state": state, "card_id": card_id}))
    job_rows.change(connection, row.id, state=state, card_id=card_id)
    return log.write(connection, row.id, events)


def _cancelled_stages(connection: Connection, job_id: str) -> list[Event]:
    states = {}
    for _, row in event_rows.of_type(connection, [job_id], "stage"):
        event = event_of(row)
        if isinstance(event, StageEvent):
            states[event.name] = event.state
    open_stages = [name for name, state in states.items() if state in ("waiting", "running")]
    return [StageEvent(name=name, state="cancelled") for name in open_stages]
