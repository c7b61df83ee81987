"""What the web layer costs: a stored card against the same bytes from bare Flask, and a stream's lag."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from flask import Flask, Response

from bench.harness import Recorder, bench, paired_medians
from papergloss.config import Config
from papergloss.web.serve import listen
from support.backend import close_server, free_port, served
from support.small_pipeline import SmallPipeline

RUNS = 300
STREAMS = 20


@contextmanager
def bare_flask(body: bytes) -> Iterator[str]:
    """Flask alone, behind the same server with the same settings, answering the same bytes."""
    app = Flask("bare")
    app.add_url_rule("/card", view_func=lambda: Response(body, mimetype="application/json"))
    config = Config(port=free_port())
    server = listen(config, app)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{config.port}/card"
    finally:
        close_server(server, thread)


@bench("web")
def card(record: Recorder) -> None:
    """A stored card, with every check of ours, against the same bytes without any."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), SmallPipeline()) as client:
        job = client.gloss()["job"]
        card_id = list(client.events(job["id"]))[-1][1]["card_id"]
        body = client.call("GET", f"/cards/{card_id}").content
        with bare_flask(body) as address, httpx.Client() as http:
            ours, bare = paired_medians(
                lambda: client.call("GET", f"/cards/{card_id}").content,
                lambda: http.get(address).content,
                RUNS,
            )
    record.figure("web.card.ratio", ours / bare, "<=", 3, ours=ours, bare=bare, bytes=len(body))


@bench("web")
def stream(record: Recorder) -> None:
    """Milliseconds until a stream's first event, while others are open on the same server."""
    go = threading.Event()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder), SmallPipeline(gate=go.is_set)) as client,
    ):
        job = client.gloss()["job"]
        others = [client.events(job["id"]) for _ in range(STREAMS)]
        for other in others:
            next(other)
        times = []
        for _ in range(RUNS // 10):
            begun = time.perf_counter()
            one = client.events(job["id"])
            next(one)
            times.append((time.perf_counter() - begun) * 1000)
            one.close()
        go.set()
        for other in others:
            other.close()
    times.sort()
    record.figure("web.stream.first_ms", times[len(times) // 2], "<=", 50, all=times, open=STREAMS)
