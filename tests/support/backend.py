"""The backend in a test: assembled on an empty folder, behind the real server, and a client for it."""

from __future__ import annotations

import json
import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from papergloss.config import Config
from papergloss.jobs.assembly import Backend, assemble
from papergloss.jobs.run import Pipeline
from papergloss.web.factory import create_app
from papergloss.web.serve import listen

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


OWN_PORTS = range(20_000, 32_000)
"""Below those that systems give to outgoing connections: a server that is off keeps its port."""


def free_port() -> int:
    """A port that nothing listens on, and that no connection takes until a server is started there."""
    while True:
        port = random.choice(OWN_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@contextmanager
def backend(home: Path, run: Pipeline, **settings: Any) -> Iterator[Backend]:
    """Everything on one data folder, without a server."""
    made = assemble(Config(home=home, **settings), run)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def running_server(home: Path, run: Pipeline, **settings: Any) -> Iterator[Backend]:
    """The backend behind the real server, on a free port."""
    with backend(home, run, port=free_port(), **settings) as made:
        server = listen(made.config, create_app(made), made.pairing)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        try:
            yield made
        finally:
            made.jobs.interrupt()
            close_server(server, thread)


def close_server(server: Any, thread: threading.Thread) -> None:
    """Ends a server that runs in a thread of a test."""
    server.task_dispatcher.shutdown(timeout=5)
    server.trigger.pull_trigger(lambda: _close(server))
    thread.join(10)


def _close(server: Any) -> None:
    for channel in list(server.active_channels.values()):
        channel.handle_close()
    server.close()


@dataclass
class Client:
    """A paired extension."""

    port: int
    http: httpx.Client
    token: str = ""

    @property
    def base(self) -> str:
        """The API's address."""
        return f"http://127.0.0.1:{self.port}/api/v1"

    @property
    def headers(self) -> dict[str, str]:
        """What the extension sends."""
        return {"Authorization": f"Bearer {self.token}", "Origin": ORIGIN}

    def pair(self, secret: str) -> None:
        """Gets a token."""
        answer = self.http.post(f"{self.base}/pair", json={"secret": secret}, headers={"Origin": ORIGIN})
        answer.raise_for_status()
        self.token = answer.json()["token"]

    def call(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request with the token."""
        return self.http.request(method, self.base + path, headers=self.headers, **more)

    def gloss(self, paper: str = "2503.20680", **more: Any) -> dict[str, Any]:
        """Asks for a gloss."""
        answer = self.call("POST", "/glosses", json={"paper": paper, "lang": "zh", **more})
        answer.raise_for_status()
        return dict(answer.json())

    def events(self, job_id: str, after: int = 0) -> Iterator[tuple[int, dict[str, Any]]]:
        """A job's events as they come."""
        path = f"{self.base}/jobs/{job_id}/events"
        with self.http.stream("GET", path, params={"after": after}, headers=self.headers) as answer:
            answer.raise_for_status()
            seq = 0
            for line in answer.iter_lines():
                if line.startswith("id: "):
                    seq = int(line[4:])
                elif line.startswith("data: "):
                    yield seq, json.loads(line[6:])


@contextmanager
def paired(made: Backend) -> Iterator[Client]:
    """A client that is paired with this backend."""
    with httpx.Client(timeout=30) as http:
        client = Client(made.config.port, http)
        client.pair(made.pairing.new_secret())
        yield client


@contextmanager
def paired_like(other: Client) -> Iterator[Client]:
    """Another connection with the same token."""
    with httpx.Client(timeout=30) as http:
        yield Client(other.port, http, other.token)


@contextmanager
def served(home: Path, run: Pipeline, **settings: Any) -> Iterator[Client]:
    """A running server and a paired client."""
    with running_server(home, run, **settings) as made, paired(made) as client:
        yield client
