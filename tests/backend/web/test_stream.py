"""The event stream through the real server: at once, resumable, many side by side, alive."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from papergloss.store.database import Database
from papergloss.web import sse
from support.backend import Client, paired, paired_like, running_server, served
from support.small_pipeline import SmallPipeline


def until_delta(client: Client, job_id: str) -> list[tuple[int, dict[str, object]]]:
    seen = []
    for numbered in client.events(job_id):
        seen.append(numbered)
        if numbered[1]["type"] == "delta":
            return seen
    raise AssertionError("the stream ended before a delta")


def test_the_first_chunk_leaves_while_the_job_still_runs(home: Path) -> None:
    go = threading.Event()
    with served(home, SmallPipeline(gate=go.is_set)) as client:
        job = client.gloss()["job"]
        seen = until_delta(client, job["id"])
        assert not go.is_set()
        assert client.call("GET", f"/jobs/{job['id']}").json()["state"] == "running"
        assert len(seen) < 20
        go.set()
        list(client.events(job["id"]))


def test_the_answer_is_an_event_stream_that_nobody_keeps(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        job = client.gloss()["job"]
        answer = client.call("GET", f"/jobs/{job['id']}/events")
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        assert "content-length" not in answer.headers


@pytest.mark.parametrize("by_header", [True, False])
def test_a_resumed_stream_loses_and_doubles_nothing(home: Path, by_header: bool) -> None:
    with served(home, SmallPipeline()) as client:
        job = client.gloss()["job"]
        list(client.events(job["id"]))
        # Once more: while the job ran, deltas could be seen that its result has replaced since.
        whole = list(client.events(job["id"]))
        for seq, _ in whole[:-1]:
            query = {} if by_header else {"after": seq}
            headers = {**client.headers, **({"Last-Event-ID": str(seq)} if by_header else {})}
            path = f"{client.base}/jobs/{job['id']}/events"
            text = client.http.get(path, params=query, headers=headers).text
            ids = [int(line[4:]) for line in text.splitlines() if line.startswith("id: ")]
            assert ids == [later for later, _ in whole if later > seq]


def test_a_stream_broken_off_and_taken_up_again_is_one_stream(home: Path) -> None:
    go = threading.Event()
    with served(home, SmallPipeline(gate=go.is_set)) as client:
        job = client.gloss()["job"]
        seen = until_delta(client, job["id"])
        for _ in range(5):
            stream = client.events(job["id"], after=seen[-1][0])
            seen.append(next(stream))
            stream.close()
        go.set()
        seen.extend(client.events(job["id"], after=seen[-1][0]))
    numbers = [seq for seq, _ in seen]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1
    assert seen[-1][1]["type"] == "done"


def test_many_streams_do_not_starve_each_other_or_other_requests(home: Path) -> None:
    go = threading.Event()
    with running_server(home, SmallPipeline(gate=go.is_set)) as made, paired(made) as client:
        job = client.gloss()["job"]
        until_delta(client, job["id"])
        started = threading.Barrier(25, timeout=60)
        ends: list[object] = []

        def watch() -> None:
            with paired_like(client) as mine:
                stream = mine.events(job["id"])
                next(stream)
                started.wait()
                ends.append(list(stream)[-1][1]["state"])

        watchers = [threading.Thread(target=watch) for _ in range(24)]
        for watcher in watchers:
            watcher.start()
        started.wait()
        begun = time.monotonic()
        assert client.call("GET", "/status").status_code == 200
        assert time.monotonic() - begun < 5
        go.set()
        for watcher in watchers:
            watcher.join(60)
        assert ends == ["done"] * 24


def test_a_silent_stream_says_that_it_is_alive(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sse.HEARTBEAT_SECONDS <= 10
    monkeypatch.setattr(sse, "HEARTBEAT_SECONDS", 0.3)
    silent, go = threading.Event(), threading.Event()

    def gate() -> bool:
        silent.set()
        return go.wait(60)

    with served(home, SmallPipeline(gate=gate)) as client:
        job = client.gloss()["job"]
        path = f"{client.base}/jobs/{job['id']}/events"
        with client.http.stream("GET", path, headers=client.headers) as answer:
            lines = answer.iter_lines()
            assert next(line for line in lines if line.startswith(": still"))
            assert silent.is_set()
            go.set()
            assert [line for line in lines if line.startswith("event: ")][-1] == "event: done"


def test_an_open_stream_holds_no_connection(home: Path) -> None:
    """A checkpoint that empties the log of writes waits for every reader: here there is none."""
    silent, go = threading.Event(), threading.Event()

    def gate() -> bool:
        silent.set()
        return go.wait(60)

    with served(home, SmallPipeline(gate=gate)) as client:
        job = client.gloss()["job"]
        streams = [client.events(job["id"]) for _ in range(6)]
        for stream in streams:
            next(stream)
        assert silent.wait(30)
        database = Database(home / "papergloss.sqlite3")
        with database.read() as connection:
            connection.exec_driver_sql("COMMIT")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
            connection.exec_driver_sql("BEGIN")
        database.close()
        assert busy == 0
        for stream in streams:
            stream.close()
        go.set()


def test_a_reader_who_leaves_ends_the_stream_not_the_job(home: Path) -> None:
    go = threading.Event()
    with running_server(home, SmallPipeline(gate=go.is_set)) as made, paired(made) as client:
        job = client.gloss()["job"]
        with paired_like(client) as leaving:
            until_delta(leaving, job["id"])
        go.set()
        assert list(client.events(job["id"]))[-1][1]["state"] == "done"


def test_unknown_jobs_and_numbers_are_problems(home: Path) -> None:
    with served(home, SmallPipeline()) as client:
        assert client.call("GET", "/jobs/nope/events").json()["type"] == "not-found"
        job = client.gloss()["job"]
        for after in ("-1", "x", str(2**60)):
            assert client.call("GET", f"/jobs/{job['id']}/events?after={after}").status_code == 422
        headers = {**client.headers, "Last-Event-ID": "x"}
        answer = client.http.get(f"{client.base}/jobs/{job['id']}/events", headers=headers)
        assert answer.json()["type"] == "bad-input"
