"""A local arXiv, a clock that does not sleep, and a client between the two."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.limits import Limits
from papergloss.arxiv.pacing import Clock
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer

MakeClient = Callable[..., ArxivClient]


class JumpingClock:
    """Sleeping moves it on at once; `slept` is the sum."""

    def __init__(self) -> None:
        self.slept = 0.0
        self._lock = threading.Lock()
        self.clock = Clock(now=lambda: self.slept, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept += seconds


@pytest.fixture
def time() -> JumpingClock:
    return JumpingClock()


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    """One paper with two versions, one withdrawn, one without PDF, one with an old id."""
    with ArxivServer() as server:
        server.add(
            SmallPaper("2501.00001", versions=2),
            SmallPaper("2501.00002", versions=2, withdrawn=True),
            SmallPaper("2501.00003", pdf=None),
            SmallPaper("hep-th/9901001"),
        )
        yield server


@pytest.fixture
def make_client(arxiv: ArxivServer, tmp_path: Path, time: JumpingClock) -> Iterator[MakeClient]:
    """Makes clients on one shared cache; every client made is closed at the end."""
    made: list[ArxivClient] = []

    def make(
        limits: Limits | None = None, clock: Clock | None = None, base_url: str | None = None
    ) -> ArxivClient:
        client = ArxivClient(
            base_url or arxiv.url, arxiv.api_url, tmp_path / "cache", limits=limits, clock=clock or time.clock
        )
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def client(make_client: MakeClient) -> ArxivClient:
    return make_client()
