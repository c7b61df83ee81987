"""A job service on an empty data folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from papergloss.config import Config
from papergloss.gloss.events import EVENT, Event
from papergloss.jobs.assembly import Backend, assemble
from papergloss.jobs.record import JobRecord
from papergloss.jobs.run import Pipeline


class Desk:
    """Short forms of what these tests do all the time."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.jobs = backend.jobs

    def ask(self, paper: str = "2503.20680", *, lang: str = "zh", regenerate: bool = False) -> object:
        name, target = self.backend.asking.target(paper)
        key = self.backend.asking.key(name, lang, engine="extractive")
        return self.jobs.submit(key, target, regenerate=regenerate)

    def start(self, paper: str = "2503.20680", *, lang: str = "zh", regenerate: bool = False) -> JobRecord:
        job = self.ask(paper, lang=lang, regenerate=regenerate).job
        assert job is not None
        return job

    def events(self, job_id: str, after: int = 0) -> list[tuple[int, Event]]:
        rows = self.jobs.events(job_id, after)
        return [(row.seq, EVENT.validate_json(row.body)) for row in rows if row is not None]

    def end(self, job_id: str) -> Event:
        return self.events(job_id)[-1][1]


@pytest.fixture
def desk(home: Path) -> Iterator[Callable[[Pipeline], Desk]]:
    made: list[Backend] = []

    def make(run: Pipeline) -> Desk:
        made.append(assemble(Config(home=home), run))
        return Desk(made[-1])

    yield make
    for backend in made:
        backend.close()
