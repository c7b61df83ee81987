"""The event log: numbers, batches, what a result and a reset take out."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from papergloss.errors import StoreError
from papergloss.gloss.events import CardPart, DeltaEvent, ResetEvent, ResultEvent, StageEvent
from papergloss.jobs.log import StoredLog
from papergloss.jobs.record import event_of
from papergloss.jobs.writer import EventWriter
from papergloss.store import jobs as job_rows
from papergloss.store.database import Database
from papergloss.store.jobs import JobRow

SPAWN = multiprocessing.get_context("spawn")
JOB = "0" * 32


def delta(text: str, path: str = "summary/0/text") -> DeltaEvent:
    return DeltaEvent(stage="summary", path=path, text=text)


@pytest.fixture
def database(home: Path) -> Iterator[Database]:
    made = Database(home / "papergloss.sqlite3")
    now = datetime.now(UTC)
    row = JobRow(JOB, "k", "{}", "{}", False, "running", "r", False, False, 0, None, None, now, now)
    with made.write() as connection:
        job_rows.add(connection, row)
    yield made
    made.close()


@pytest.fixture
def log(database: Database) -> StoredLog:
    return StoredLog(database)


def texts(log: StoredLog) -> list[str]:
    return [event.text for event in map(event_of, log.read(JOB, 0)) if isinstance(event, DeltaEvent)]


def _write(path: str, writer: int, count: int, failures: multiprocessing.SimpleQueue[str]) -> None:
    database = Database(Path(path))
    log = StoredLog(database)

    def work(thread: int) -> None:
        try:
            for n in range(count):
                log.append(JOB, [delta(f"{writer}.{thread}.{n}"), delta("second", "summary/1/text")])
        except Exception as error:
            failures.put(repr(error))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database.close()
    failures.put("end")


def test_sixteen_writers_leave_no_gap_and_no_number_twice(home: Path, log: StoredLog) -> None:
    """Eight threads in each of two processes, two events at a time."""
    failures = SPAWN.SimpleQueue()
    path = str(home / "papergloss.sqlite3")
    processes = [SPAWN.Process(target=_write, args=(path, n, 10, failures)) for n in range(2)]
    for process in processes:
        process.start()
    said = [failures.get()]
    while said.count("end") < 2:
        said.append(failures.get())
    for process in processes:
        process.join()
    failures.close()
    assert said == ["end"] * 2
    rows = list(log.everything(JOB))
    assert [row.seq for row in rows] == list(range(1, 321))
    written = {event.text for event in map(event_of, rows) if isinstance(event, DeltaEvent)}
    assert len(written) == 161


def test_a_final_result_takes_the_deltas_out_and_numbers_go_on(log: StoredLog) -> None:
    log.append(JOB, [delta("a"), delta("b"), DeltaEvent(stage="translation", path="t", text="kept")])
    log.append(JOB, [ResultEvent(stage="summary", part=CardPart(), final=False)])
    assert texts(log) == ["a", "b", "kept"]
    log.append(JOB, [delta("c"), ResultEvent(stage="summary", part=CardPart(summary=[]))])
    assert [(row.seq, row.type) for row in log.read(JOB, 0)] == [(3, "delta"), (4, "result"), (6, "result")]
    log.append(JOB, [StageEvent(name="summary", state="done")])
    assert [row.seq for row in log.read(JOB, 6)] == [7]


def test_a_reset_takes_out_all_that_the_stage_had_shown(log: StoredLog) -> None:
    log.append(JOB, [StageEvent(name="summary", state="running"), delta("a")])
    log.append(JOB, [ResultEvent(stage="metadata", part=CardPart()), ResetEvent(stage="summary")])
    assert [(row.seq, row.type) for row in log.read(JOB, 0)] == [(3, "result"), (4, "reset")]


def test_waiting_ends_with_the_event(log: StoredLog) -> None:
    writer = threading.Thread(target=lambda: log.append(JOB, [delta("a")]))
    begun = time.monotonic()
    writer.start()
    log.wait(JOB, 0, 60)
    assert time.monotonic() - begun < 30
    assert texts(log) == ["a"]
    writer.join()


class TimedLog(StoredLog):
    """Notes when batches arrive, and says when there are as many as wanted."""

    def __init__(self, database: Database, wanted: int) -> None:
        super().__init__(database)
        self.times: list[float] = []
        self.enough = threading.Event()
        self._wanted = wanted

    def append(self, job_id: str, events: object) -> None:
        super().append(job_id, events)  # type: ignore[arg-type]
        self.times.append(time.monotonic())
        if len(self.times) >= self._wanted:
            self.enough.set()


def test_the_first_delta_goes_at_once_and_later_ones_together(database: Database) -> None:
    log = TimedLog(database, wanted=2)
    with EventWriter(log, JOB) as writer:
        writer.emit(delta("first "))
        assert texts(log) == ["first "]
        for word in ("and ", "all ", "others "):
            writer.emit(delta(word))
        assert log.enough.wait(30), "what is left must not wait for another event"
        assert texts(log)[0] == "first "
        assert "".join(texts(log)) == "first and all others "
        assert len(texts(log)) < 4


def test_batches_keep_the_order_and_the_places(log: StoredLog) -> None:
    with EventWriter(log, JOB) as writer:
        for n in range(200):
            writer.emit(delta("x", f"summary/{n % 2}/text"))
        writer.emit(StageEvent(name="summary", state="running"))
        writer.emit(delta("last"))
    events = [event_of(row) for row in log.everything(JOB)]
    both = ["", ""]
    for event in events:
        if isinstance(event, DeltaEvent) and event.text != "last":
            both[int(event.path.split("/")[1])] += event.text
    assert both == ["x" * 100] * 2
    assert isinstance(events[-2], StageEvent)
    assert events[-1] == delta("last")


def test_what_waits_is_kept_with_the_next_transaction_or_after_it(log: StoredLog) -> None:
    waiting = [
        StageEvent(name="metadata", state="running"),
        ResultEvent(stage="metadata", part=CardPart()),
        StageEvent(name="metadata", state="done"),
    ]
    with EventWriter(log, JOB) as writer:
        for event in waiting:
            writer.emit(event)
        with pytest.raises(ZeroDivisionError), writer.transaction():
            raise ZeroDivisionError
        with writer.transaction() as connection:
            job_rows.change(connection, JOB, title="Told together")
        assert [event_of(row) for row in log.read(JOB, 0)] == waiting
    assert [row.seq for row in log.read(JOB, 0)] == [1, 2, 3]


def test_threads_of_one_job_lose_nothing(log: StoredLog) -> None:
    with EventWriter(log, JOB) as writer:
        threads = [
            threading.Thread(
                target=lambda n=n: [writer.emit(delta("x", f"summary/{n}/text")) for _ in range(100)]
            )
            for n in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    rows = list(log.everything(JOB))
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert sum(len(text) for text in texts(log)) == 800
    assert len(rows) < 800


def test_a_log_that_fails_stops_the_writer(database: Database) -> None:
    writer = EventWriter(StoredLog(database), "no such job")
    with pytest.raises(StoreError), writer:
        writer.emit(delta("x"))
