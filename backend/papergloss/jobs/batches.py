"""Many papers at once, each through the queue: ask, watch, cancel, go on."""

from __future__ import annotations

import hashlib
import json
import threading
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.config import Config
from papergloss.errors import NotFound
from papergloss.gloss.card import CardKey, Kind, Problem
from papergloss.jobs.batch_run import BatchRun, BatchTools
from papergloss.jobs.lock import RunnerLock
from papergloss.jobs.service import RUNNERS, JobService
from papergloss.jobs.turns import AHEAD
from papergloss.store import batches as rows
from papergloss.store.batches import BatchRow, ItemRow
from papergloss.store.database import Connection, Database

BatchState = Literal["running", "done", "cancelled", "stopped"]
ItemState = Literal["waiting", "done", "partial", "failed", "cancelled"]
TICK_SECONDS = 0.25
"""How often a stream looks for ends that another process has recorded."""
LISTED = 50
READ = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One paper of a batch; `seq` numbers the ends in their order."""

    n: int
    paper: str
    state: ItemState
    seq: int
    card_id: str | None
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch and how many of its papers are in which state. `problem` says why it stopped."""

    id: str
    label: str
    kind: Kind
    lang: str
    engine: str
    model: str
    state: BatchState
    problem: Problem | None
    counts: dict[ItemState, int]
    created_at: datetime
    updated_at: datetime


@dataclass
class _Driven:
    """A batch that this process works on."""

    thread: threading.Thread | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)


class BatchService:
    """Batches of one data folder. A batch goes on after its process has died, in whichever comes next."""

    def __init__(self, database: Database, config: Config, jobs: JobService, arxiv: ArxivClient) -> None:
        self._database = database
        self._lock = RunnerLock(config.home / RUNNERS)
        self._closing = threading.Event()
        self._changed = threading.Condition()
        workers = config.batch_workers + AHEAD
        self._tools = BatchTools(database, jobs, arxiv, workers, self._closing, self._wake)
        self._driven: dict[str, _Driven] = {}

    def submit(self, papers: Sequence[ArxivId], key: CardKey, label: str) -> Batch:
        """A new batch, or the running one that asks for the same.

        Args:
            papers: which papers, in the order of the page; twins count once.
            key: the key of each paper's card, but for the paper.
            label: what the reader sees in the list.
        """
        names = list(dict.fromkeys(paper.id_with_version for paper in papers))
        digest = hashlib.sha256(json.dumps([key.digest(), *names]).encode()).hexdigest()[:16]
        with self._database.write() as connection:
            row = rows.find_running(connection, digest)
            if row is None:
                row = self._new(digest, key, label)
                rows.add(connection, row, names)
        self._drive(row)
        return self.batch(row.id)

    def batch(self, batch_id: str) -> Batch:
        """One batch. Raises NotFound."""
        with self._database.read() as connection:
            row = _found(connection, batch_id)
            return _batch(row, rows.counts(connection, [row.id])[row.id])

    def batches(self, label: str | None = None) -> list[Batch]:
        """The newest ones, of all or with this label."""
        with self._database.read() as connection:
            found = rows.latest(connection, LISTED, label)
            counts = rows.counts(connection, [row.id for row in found])
        return [_batch(row, counts[row.id]) for row in found]

    def ends(self, batch_id: str, after: int = 0) -> Iterator[Item | None]:
        """The papers as they end, after a number; None whenever a moment passes without one.

        Returns when the batch does not run any more. Raises NotFound (at once).
        """
        with self._database.read() as connection:
            row = _found(connection, batch_id)
        self._adopt(row)
        return self._ends(batch_id, after)

    def cancel(self, batch_id: str) -> None:
        """Ends a batch soon; what is finished stays. Raises NotFound."""
        with self._database.write() as connection:
            _found(connection, batch_id)
            rows.change(connection, batch_id, only_in=("running", "stopped"), state="cancelled")
        if (driven := self._driven.get(batch_id)) is not None:
            driven.cancelled.set()
        self._wake()

    def resume(self, batch_id: str) -> Batch:
        """Goes on with a batch that was cancelled or stopped, and with its papers that failed.

        Raises NotFound.
        """
        if (driven := self._driven.get(batch_id)) is not None and driven.thread is not None:
            driven.thread.join()
        with self._database.write() as connection:
            _found(connection, batch_id)
            rows.reopen(connection, batch_id)
            rows.change(connection, batch_id, state="running", problem=None, runner=self._lock.name)
            row = _found(connection, batch_id)
        self._drive(row)
        return self.batch(batch_id)

    def recover(self) -> list[str]:
        """Goes on with the running batches of processes that are gone; returns their ids."""
        with self._database.read() as connection:
            others = rows.running_of_others(connection, self._lock.name)
        return [row.id for row in others if self._adopt(row)]

    def interrupt(self) -> None:
        """Tells running batches and open streams to end soon; the batches stay unfinished."""
        self._closing.set()
        self._wake()

    def close(self) -> None:
        """Waits until the running batches have stopped; they go on at the next start."""
        self.interrupt()
        for driven in list(self._driven.values()):
            if driven.thread is not None:
                driven.thread.join()
        self._lock.release()

    def _new(self, digest: str, key: CardKey, label: str) -> BatchRow:
        now = datetime.now(UTC)
        return BatchRow(
            id=uuid.uuid4().hex,
            digest=digest,
            kind=key.kind,
            lang=key.lang,
            engine=key.engine,
            model=key.model,
            label=label,
            state="running",
            problem=None,
            runner=self._lock.name,
            last_seq=0,
            created_at=now,
            updated_at=now,
        )

    def _drive(self, row: BatchRow) -> None:
        """Starts the thread of a batch of this process, unless it has one."""
        if row.runner != self._lock.name:
            self._adopt(row)
            return
        with self._changed:
            driven = self._driven.get(row.id)
            if self._closing.is_set() or (driven and driven.thread and driven.thread.is_alive()):
                return
            self._driven[row.id] = driven = _Driven()

            def cancelled() -> bool:
                return driven.cancelled.is_set() or self._is_cancelled(row.id)

            run = BatchRun(row, self._tools, cancelled)
            driven.thread = threading.Thread(target=run.go, name=f"batch-{row.id[:8]}", daemon=True)
            driven.thread.start()

    def _is_cancelled(self, batch_id: str) -> bool:
        with self._database.read() as connection:
            return _found(connection, batch_id).state != "running"

    def _adopt(self, row: BatchRow) -> bool:
        if row.state != "running" or not self._lock.is_dead(row.runner):
            return False
        with self._database.write() as connection:
            rows.change(connection, row.id, only_in=("running",), runner=self._lock.name)
            row = _found(connection, row.id)
        self._drive(row)
        return True

    def _ends(self, batch_id: str, after: int) -> Iterator[Item | None]:
        while not self._closing.is_set():
            with self._database.read() as connection:
                # In this order: what ends between the two looks is found at the next turn.
                running = _found(connection, batch_id).state == "running"
                found = rows.ended(connection, batch_id, after, READ)
            yield from map(_item, found)
            if found:
                after = found[-1].seq
                continue
            if not running:
                return
            yield None
            with self._changed:
                self._changed.wait(TICK_SECONDS)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()


def _found(connection: Connection, batch_id: str) -> BatchRow:
    row = rows.find(connection, batch_id)
    if row is None:
        raise NotFound("There is no such batch.")
    return row


def _batch(row: BatchRow, counts: dict[str, int]) -> Batch:
    return Batch(
        id=row.id,
        label=row.label,
        kind=row.kind,  # type: ignore[arg-type]
        lang=row.lang,
        engine=row.engine,
        model=row.model,
        state=row.state,  # type: ignore[arg-type]
        problem=Problem.model_validate_json(row.problem) if row.problem else None,
        counts=counts,  # type: ignore[arg-type]
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _item(row: ItemRow) -> Item:
    return Item(
        n=row.n,
        paper=row.paper,
        state=row.state,  # type: ignore[arg-type]
        seq=row.seq,
        card_id=row.card_id,
        problem=Problem.model_validate_json(row.problem) if row.problem else None,
    )
