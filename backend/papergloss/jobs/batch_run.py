"""One run over a batch: a few papers at a time, each as a job of its own."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import ArxivError, Cancelled, PaperGlossError, StoreError
from papergloss.gloss.card import CardKey, Problem
from papergloss.gloss.events import ProblemEvent
from papergloss.gloss.prompts import PROMPT_VERSION
from papergloss.gloss.request import Target
from papergloss.jobs.record import JobRecord, event_of
from papergloss.jobs.service import JobService
from papergloss.store import batches as rows
from papergloss.store.batches import BatchRow, ItemRow
from papergloss.store.database import Database

AT_ONCE = 50
"""Papers whose metadata is asked for in one request; arXiv's client takes as many."""
HOPELESS = frozenset(
    {"no-engine", "consent-needed", "key-rejected", "quota-exhausted", "provider-refused",
     "model-not-found", "provider-down", "cap-reached", "store"}
)  # fmt: skip
"""Problems that every later paper would meet too: the batch stops and says so, and can go on later."""


@dataclass(frozen=True, slots=True)
class BatchTools:
    """What every run works with; `changed` is called at each end."""

    database: Database
    jobs: JobService
    arxiv: ArxivClient
    workers: int
    closing: threading.Event
    changed: Callable[[], None]


class BatchRun:
    """Works through what waits in a batch.

    A cancelled batch cancels the jobs that run for it, a closing process leaves them to the next.
    """

    def __init__(self, row: BatchRow, tools: BatchTools, cancelled: Callable[[], bool]) -> None:
        self._row = row
        self._database = tools.database
        self._jobs = tools.jobs
        self._arxiv = tools.arxiv
        self._workers = tools.workers
        self._closing = tools.closing
        self._changed = tools.changed
        self._cancelled = cancelled
        self._hopeless: Problem | None = None
        self._halted = threading.Event()

    def go(self) -> None:
        """Ends when all papers have, when it is told to, or at a problem that every paper would meet."""
        with contextlib.suppress(StoreError):
            with self._database.read() as connection:
                waiting = rows.waiting(connection, self._row.id)
            ready: queue.SimpleQueue[ItemRow | None] = queue.SimpleQueue()
            with ThreadPoolExecutor(self._workers + 1, thread_name_prefix="batch") as pool:
                for _ in range(self._workers):
                    pool.submit(self._work, ready)
                for item in self._with_metadata(waiting):
                    ready.put(item)
                for _ in range(self._workers):
                    ready.put(None)
            self._end()
        self._changed()

    def _stopped(self) -> bool:
        return self._halted.is_set() or self._closing.is_set() or self._cancelled()

    def _end(self) -> None:
        with self._database.write() as connection:
            if self._hopeless is not None:
                values = {"state": "stopped", "problem": self._hopeless.model_dump_json()}
                rows.change(connection, self._row.id, only_in=("running",), **values)
            elif not rows.waiting(connection, self._row.id):
                rows.change(connection, self._row.id, only_in=("running",), state="done")

    def _with_metadata(self, waiting: list[ItemRow]) -> Iterator[ItemRow]:
        """The papers, once arXiv has told about them, many in one request; those that have a card at once."""
        unknown = []
        for item in waiting:
            answer = self._jobs.find(self._key(item))
            if answer is None:
                unknown.append(item)
            else:
                yield item
        for start in range(0, len(unknown), AT_ONCE):
            some = unknown[start : start + AT_ONCE]
            # Whoever is missing then, is asked for alone and gets arXiv's answer as its own problem.
            with contextlib.suppress(ArxivError, Cancelled):
                if not self._stopped():
                    ids = [ArxivId.parse(item.paper) for item in some]
                    self._arxiv.metadata_many(ids, cancelled=self._stopped)
            yield from some

    def _work(self, ready: queue.SimpleQueue[ItemRow | None]) -> None:
        while (item := ready.get()) is not None:
            if self._stopped():
                continue
            try:
                self._gloss(item)
            except PaperGlossError as error:
                self._failed(item, error)

    def _gloss(self, item: ItemRow) -> None:
        target = Target(arxiv_id=ArxivId.parse(item.paper))
        answer = self._jobs.submit(self._key(item), target, background=True)
        if answer.job is not None and answer.job.state == "partial":
            # The stored card has holes: the parts that failed are tried again.
            failed = [stage.name for stage in answer.job.stages if stage.state == "failed"]
            self._follow(item, self._jobs.retry_stage(answer.job.id, *failed))
        elif answer.job is not None:
            self._follow(item, answer.job)
        elif answer.card is not None:
            self._ended(item, state="done", card_id=answer.card.id)

    def _follow(self, item: ItemRow, job: JobRecord) -> None:
        problem: Problem | None = None
        for row in self._jobs.events(job.id):
            if row is not None and row.type == "problem":
                event = event_of(row)
                problem = event.problem if isinstance(event, ProblemEvent) else None
            elif row is None and self._cancelled():
                self._jobs.cancel(job.id)
        end = self._jobs.job(job.id)
        if end.state in ("done", "partial", "failed"):
            self._judge(problem)
            text = problem.model_dump_json() if problem and end.state != "done" else None
            if self._hopeless is None or end.state == "done":
                self._ended(item, state=end.state, card_id=end.card_id, problem=text)

    def _failed(self, item: ItemRow, error: PaperGlossError) -> None:
        problem = Problem(type=error.type, title=error.title, detail=error.detail, hint=error.hint)
        self._judge(problem)
        if self._hopeless is None:
            self._ended(item, state="failed", problem=problem.model_dump_json())

    def _judge(self, problem: Problem | None) -> None:
        if problem is not None and problem.type in HOPELESS:
            self._hopeless = problem
            self._halted.set()

    def _ended(self, item: ItemRow, **values: str | None) -> None:
        with self._database.write() as connection:
            rows.end_item(connection, self._row.id, item.n, **values)
        self._changed()

    def _key(self, item: ItemRow) -> CardKey:
        row = self._row
        fields = {"kind": row.kind, "lang": row.lang, "engine": row.engine, "model": row.model}
        return CardKey.model_validate({"paper": item.paper, "prompt_version": PROMPT_VERSION, **fields})
