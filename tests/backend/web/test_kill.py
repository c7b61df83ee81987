"""kill -9 in mid-stream: the same job goes on at the next start, and nothing is there twice."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from papergloss.config import Config
from papergloss.gloss import fold
from papergloss.gloss.card import Card
from papergloss.gloss.events import EVENT
from papergloss.jobs.assembly import assemble
from support.backend import Client, free_port
from support.killable import server_process
from support.small_pipeline import SmallPipeline


@pytest.fixture
def client() -> object:
    with httpx.Client(timeout=30) as http:
        yield Client(free_port(), http)


def test_the_same_job_finishes_with_one_card(home: Path, client: Client) -> None:
    with server_process(home, client.port) as server:
        client.pair(server.secret)
        job = client.gloss()["job"]
        stream = client.events(job["id"])
        seen = [next(stream)]
        while "and " not in seen[-1][1].get("text", ""):
            seen.append(next(stream))
        server.kill()
        with pytest.raises(httpx.HTTPError):
            seen.extend(stream)

    (home / "go").touch()
    with server_process(home, client.port) as server:
        assert [one["id"] for one in client.call("GET", "/jobs").json()["jobs"]] == [job["id"]]
        seen.extend(client.events(job["id"], after=seen[-1][0]))
        done = seen[-1][1]
        assert (done["type"], done["state"]) == ("done", "done")
        saved = Card.model_validate(client.call("GET", f"/cards/{done['card_id']}").json())
        assert client.call("GET", "/cards").json()["total"] == 1
        assert server.stop() == 0

    numbers = [seq for seq, _ in seen]
    assert numbers == sorted(set(numbers))
    assert [event["stage"] for _, event in seen if event["type"] == "reset"] == ["summary"]
    ran = (home / "runs").read_text().split()
    assert ran == ["metadata", "translation", "reading", "summary", "summary"]
    shown = Card(id="", key=saved.key, state="running", provenance=saved.provenance)
    for _, event in seen:
        shown = fold.apply(shown, EVENT.validate_python(event))
    assert shown == saved


def test_another_process_takes_up_what_it_joins(home: Path, client: Client) -> None:
    with server_process(home, client.port) as server:
        client.pair(server.secret)
        job = client.gloss()["job"]
        next(client.events(job["id"]))
        server.kill()

    made = assemble(Config(home=home), SmallPipeline())
    try:
        events = [row for row in made.jobs.events(job["id"]) if row is not None]
        assert events[-1].type == "done"
        assert made.shelf.page(0, 10)[1] == 1
    finally:
        made.close()


def test_a_server_streams_what_another_process_runs(home: Path, client: Client) -> None:
    with server_process(home, client.port) as server:
        client.pair(server.secret)
        made = assemble(Config(home=home), SmallPipeline(gate=(home / "go").exists))
        try:
            paper, target = made.asking.target("2503.20680")
            submitted = made.jobs.submit(made.asking.key(paper, "zh"), target).job
            assert submitted is not None
            assert client.gloss()["job"]["id"] == submitted.id
            stream = client.events(submitted.id)
            assert next(event for _, event in stream if event["type"] == "delta")
            assert client.call("DELETE", f"/jobs/{submitted.id}").status_code == 204
            assert [event["state"] for _, event in stream if event["type"] == "done"] == ["cancelled"]
        finally:
            made.close()


def test_a_stopped_server_leaves_its_job_for_the_next_start(home: Path, client: Client) -> None:
    with server_process(home, client.port) as server:
        client.pair(server.secret)
        job = client.gloss()["job"]
        next(event for _, event in client.events(job["id"]) if event["type"] == "delta")
        assert server.stop() == 0

    (home / "go").touch()
    with server_process(home, client.port) as server:
        done = list(client.events(job["id"]))[-1][1]
        assert (done["type"], done["state"]) == ("done", "done")
        assert client.call("GET", "/cards").json()["total"] == 1
