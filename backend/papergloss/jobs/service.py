"""The one queue: submit, watch, cancel, run a stage again, take up what a dead process left."""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import Any

from papergloss.config import Config
from papergloss.errors import BadInput, NotFound, StoreError
from papergloss.gloss.card import Card, CardKey, StageName
from papergloss.gloss.events import ResetEvent
from papergloss.gloss.plans import again
from papergloss.gloss.request import Target
from papergloss.jobs import log, run, saving
from papergloss.jobs.lock import RunnerLock
from papergloss.jobs.log import StoredLog
from papergloss.jobs.record import JobRecord, record, target_from, target_text
from papergloss.jobs.run import Pipeline, Run, ToolsFactory, Workshop
from papergloss.jobs.runner import ThreadRunner
from papergloss.jobs.turns import AHEAD, Turns
from papergloss.settings.usage import UsageBook
from papergloss.store import cards, stage_times
from papergloss.store import events as event_rows
from papergloss.store import jobs as job_rows
from papergloss.store.database import Connection, Database
from papergloss.store.events import EventRow
from papergloss.store.jobs import JobRow

TICK_SECONDS = 0.25
"""How often a stream looks for events of another process, and whether its reader is still there."""
LISTED = 100
"""Jobs in the queue that is shown."""
STORE_AGAIN_SECONDS = 5.0
"""How soon a job that could not be recorded, on a full disk say, is tried again."""
RUNNERS = "runners"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished card, or the job that makes it (exactly one of the two)."""

    card: Card | None = None
    job: JobRecord | None = None


class JobService:
    """Jobs of one data folder. Several processes can each have one on the same folder."""

    def __init__(
        self,
        database: Database,
        config: Config,
        tools: ToolsFactory,
        pipeline: Pipeline,
        book: UsageBook,
    ) -> None:
        self._database = database
        self._log = StoredLog(database)
        self._closing = threading.Event()
        turns = Turns(config.batch_workers)
        self._workshop = Workshop(database, self._log, pipeline, tools, self._closing, book, turns)
        self._lock = RunnerLock(config.home / RUNNERS)
        self._runner = ThreadRunner(self._work)
        self._background = ThreadRunner(self._work, config.batch_workers + AHEAD)
        self._running: dict[str, Run] = {}
        self._unrecorded: set[str] = set()

    def find(self, key: CardKey) -> Answer | None:
        """What is there already for a key: the stored card, or the job under way."""
        with self._database.read() as connection:
            return self._find(connection, key, regenerate=False)

    def known(self, keys: Sequence[CardKey]) -> set[str]:
        """Papers of those keys whose whole card is stored: many looked up at once."""
        papers = {key.digest(): key.paper for key in keys}
        with self._database.read() as connection:
            return {papers[digest] for digest in cards.whole(connection, list(papers))}

    def submit(
        self, key: CardKey, target: Target, *, regenerate: bool = False, background: bool = False
    ) -> Answer:
        """The stored card, the job that is already making it, or a new job.

        With `background` the job has threads of its own, so that nobody who waits stands behind it.
        """
        with self._database.write() as connection:
            saving.take_back(connection, key)
            answer = self._find(connection, key, regenerate=regenerate)
            if answer is None:
                row = self._new(key, target, regenerate=regenerate, background=background)
                job_rows.add(connection, row)
        if answer is None:
            self._start(row)
            return Answer(job=record(row, []))
        if answer.job is not None:
            self._adopt_if_dead(answer.job.id)
        return answer

    def job(self, job_id: str) -> JobRecord:
        """One job. Raises NotFound."""
        with self._database.read() as connection:
            return self._records(connection, [_found(connection, job_id)])[0]

    def jobs(self) -> list[JobRecord]:
        """Running and queued first, then the latest ended ones; without those of batches."""
        with self._database.read() as connection:
            return self._records(connection, job_rows.latest(connection, LISTED))

    def cancel(self, job_id: str) -> None:
        """Ends a job soon; one that has ended stays as it is. Raises NotFound."""
        with self._database.write() as connection:
            row = _found(connection, job_id)
            if row.state == "queued":
                self._log.woken(job_id, run.end(connection, row, "cancelled"))
            elif row.state == "running":
                job_rows.change(connection, job_id, cancel_asked=True)
        if (running := self._running.get(job_id)) is not None:
            running.cancel()
        self._adopt_if_dead(job_id)

    def retry_stage(self, job_id: str, *stages: StageName) -> JobRecord:
        """Runs stages of an ended job again, and what rests on them; others that failed stay failed.

        Raises:
            NotFound: no such job.
            BadInput: the job has not ended yet.
        """
        with self._database.write() as connection:
            row = _found(connection, job_id)
            if row.unfinished or job_rows.find_unfinished(connection, row.key_digest) is not None:
                raise BadInput("This paper is still being worked on.", "Try again when the job has ended.")
            kind = CardKey.model_validate_json(row.key).kind
            self._reopen(connection, row, again(kind, target_from(row.target), stages))
        self._start(row)
        return self.job(job_id)

    def events(self, job_id: str, after: int = 0) -> Iterator[EventRow | None]:
        """The events of `stream` one by one; None whenever a moment passes without one.

        Raises:
            NotFound, StoreError: see `stream`.
        """
        return (row for rows in self.stream(job_id, after) for row in rows or (None,))

    def stream(self, job_id: str, after: int = 0) -> Iterator[list[EventRow]]:
        """The job's events after a number until its last, as many at once as there are.

        None of them whenever a moment passes without one.

        No connection to the database is held between events.

        Raises:
            NotFound: no such job (raised at once, not at the first event).
            StoreError: the job waits because its events cannot be written.
        """
        if job_id in self._unrecorded:
            raise StoreError(
                "The data folder cannot be written, so this job waits.",
                "Free some space on the disk: the job then goes on by itself, and nothing is lost.",
            )
        with self._database.read() as connection:
            row = _found(connection, job_id)
        self._take_over(row)
        return self._looks(job_id, after)

    def durations(self, engine: str, model: str) -> dict[str, float]:
        """Seconds that each stage of a card usually takes: the median of the latest jobs."""
        with self._database.read() as connection:
            found = stage_times.recent(connection, "card", engine, model)
        return {stage: median(seconds) for stage, seconds in found.items()}

    def recover(self) -> list[str]:
        """Goes on with the unfinished jobs of processes that are gone; returns their ids."""
        with self._database.read() as connection:
            others = job_rows.unfinished_of_others(connection, self._lock.name)
        return [
            job_id for name in dict.fromkeys(row.runner for row in others) for job_id in self._adopt(name)
        ]

    def interrupt(self) -> None:
        """Tells running jobs and open streams to end soon; the jobs stay unfinished."""
        self._closing.set()

    def close(self) -> None:
        """Waits until the running jobs have stopped; they go on at the next start."""
        self.interrupt()
        self._runner.close()
        self._background.close()
        self._lock.release()

    def _find(self, connection: Connection, key: CardKey, *, regenerate: bool) -> Answer | None:
        under_way = job_rows.find_unfinished(connection, key.digest())
        if under_way is not None:
            return Answer(job=self._records(connection, [under_way])[0])
        card = None if regenerate else saving.stored(connection, key)
        if card is None or card.state == "failed":
            return None
        if card.state == "partial":
            maker = job_rows.find_of_card(connection, card.id)
            if maker is not None:
                return Answer(job=self._records(connection, [maker])[0])
        return Answer(card=Card.model_validate_json(card.body))

    def _start(self, row: JobRow) -> None:
        (self._background if row.background else self._runner).start(row.id)

    def _new(self, key: CardKey, target: Target, *, regenerate: bool, background: bool) -> JobRow:
        now = datetime.now(UTC)
        return JobRow(
            id=uuid.uuid4().hex,
            key_digest=key.digest(),
            key=key.model_dump_json(),
            target=target_text(target),
            regenerate=regenerate,
            state="queued",
            runner=self._lock.name,
            cancel_asked=False,
            background=background,
            last_seq=0,
            title=None,
            card_id=None,
            created_at=now,
            updated_at=now,
        )

    def _reopen(self, connection: Connection, row: JobRow, stages: tuple[StageName, ...]) -> None:
        event_rows.drop_end(connection, row.id)
        log.write(connection, row.id, [ResetEvent(stage=stage) for stage in stages])
        values: dict[str, Any] = {"state": "queued", "runner": self._lock.name, "cancel_asked": False}
        job_rows.change(connection, row.id, **values)

    def _looks(self, job_id: str, after: int) -> Iterator[list[EventRow]]:
        while not self._closing.is_set() and job_id not in self._unrecorded:
            found = self._log.read(job_id, after)
            if not found and not self._is_unfinished(job_id):
                # It may have ended between the two looks.
                found = self._log.read(job_id, after)
                if not found:
                    return
            yield found
            if found:
                after = found[-1].seq
                if found[-1].type == "done":
                    return
            if len(found) < log.BATCH:
                self._log.wait(job_id, after, TICK_SECONDS)

    def _is_unfinished(self, job_id: str) -> bool:
        with self._database.read() as connection:
            row = job_rows.find(connection, job_id)
        return row is not None and row.unfinished

    def _work(self, job_id: str) -> None:
        """Runs a job; one that cannot be recorded waits until it can, and goes on from what is stored."""
        while True:
            try:
                self._run(job_id)
                self._unrecorded.discard(job_id)
                return
            except StoreError as error:
                _log.error("job %s cannot be recorded: %s", job_id, error)
                self._unrecorded.add(job_id)
            if self._closing.wait(STORE_AGAIN_SECONDS):
                return

    def _run(self, job_id: str) -> None:
        if self._closing.is_set():
            return
        with self._database.write() as connection:
            row = job_rows.claim(connection, job_id, self._claimable(job_id))
        if row is None:
            return
        self._unrecorded.discard(job_id)
        self._running[job_id] = Run(self._workshop, row)
        try:
            self._running[job_id].go()
        finally:
            del self._running[job_id]

    def _claimable(self, job_id: str) -> tuple[str, ...]:
        return ("queued", "running") if job_id in self._unrecorded else ("queued",)

    def _adopt_if_dead(self, job_id: str) -> None:
        with self._database.read() as connection:
            row = job_rows.find(connection, job_id)
        if row is not None:
            self._take_over(row)

    def _take_over(self, row: JobRow) -> None:
        """Takes up the jobs of the process that this one belongs to, where that is dead."""
        if row.unfinished and row.runner != self._lock.name:
            self._adopt(row.runner)

    def _adopt(self, name: str) -> list[str]:
        if not self._lock.is_dead(name):
            return []
        with self._database.write() as connection:
            adopted = job_rows.adopt(connection, name, self._lock.name)
        for row in adopted:
            self._start(row)
        return [row.id for row in adopted]

    def _records(self, connection: Connection, rows: list[JobRow]) -> list[JobRecord]:
        stages: dict[str, list[EventRow]] = {row.id: [] for row in rows}
        for job_id, event in event_rows.of_type(connection, list(stages), "stage"):
            stages[job_id].append(event)
        return [record(row, stages[row.id]) for row in rows]


def _found(connection: Connection, job_id: str) -> JobRow:
    row = job_rows.find(connection, job_id)
    if row is None:
        raise NotFound("There is no such job.")
    return row
