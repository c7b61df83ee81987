"""Batches: every paper ends once, the stream can be left and taken up, a hopeless batch stops."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import NotFound, PaperNotFound, QuotaExhausted
from papergloss.gloss.card import Card
from papergloss.gloss.request import Job, Tools
from papergloss.jobs.assembly import Backend
from papergloss.jobs.batches import Batch
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.backend import backend
from support.small_pipeline import SmallPipeline

Site = dict[str, str]
PAPERS = [ArxivId(f"2501.{n:05}") for n in range(1, 13)]


def start(house: Backend, papers: list[ArxivId] = PAPERS) -> Batch:
    return house.batches.submit(papers, house.asking.key("", "zh", engine="extractive"), "cs.CV new")


def ends(house: Backend, batch: Batch, after: int = 0) -> list[Any]:
    return [item for item in house.batches.ends(batch.id, after) if item is not None]


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.add(*[SmallPaper(paper.id) for paper in PAPERS])
        yield server


@pytest.fixture
def site(arxiv: ArxivServer) -> Site:
    return {"arxiv_url": arxiv.url, "arxiv_api_url": arxiv.api_url}


def test_every_paper_ends_once_and_arxiv_is_asked_once(home: Path, arxiv: ArxivServer, site: Site) -> None:
    with backend(home, SmallPipeline(), **site) as house:
        batch = start(house, [*PAPERS, PAPERS[0]])
        seen = ends(house, batch)
        assert sorted(item.n for item in seen) == list(range(12))
        assert [item.seq for item in seen] == list(range(1, 13))
        assert {item.state for item in seen} == {"done"}
        assert house.batches.batch(batch.id).counts == {"done": 12}
        assert house.batches.batch(batch.id).state == "done"
        assert ends(house, batch, after=10) == seen[10:]
        assert house.jobs.jobs() == [], "the queue shows what the reader asked for, not its parts"
    assert len(arxiv.requests) == 1


def test_asking_again_joins_or_is_answered_by_what_is_stored(home: Path, site: Site) -> None:
    go = threading.Event()
    run = SmallPipeline(gate=go.is_set)
    with backend(home, run, **site) as house:
        batch = start(house)
        assert start(house).id == batch.id
        assert start(house, PAPERS[:5]).id != batch.id
        go.set()
        assert len(ends(house, batch)) == 12
        ran = len(run.runs)
        again = start(house)
        assert again.id != batch.id
        assert len(ends(house, again)) == 12
        assert len(run.runs) == ran
        assert next(found.id for found in house.batches.batches()) == again.id


def test_a_cancelled_batch_keeps_what_it_has_and_goes_on_when_told(home: Path, site: Site) -> None:
    go = threading.Event()
    with backend(home, SmallPipeline(gate=go.is_set), **site) as house:
        batch = start(house)
        house.batches.cancel(batch.id)
        assert ends(house, batch) == []
        assert house.batches.batch(batch.id).state == "cancelled"
        go.set()
        assert house.batches.resume(batch.id).state == "running"
        assert sorted(item.n for item in ends(house, batch)) == list(range(12))
        assert house.batches.batch(batch.id).state == "done"
        with pytest.raises(NotFound):
            house.batches.cancel("nothing")


def test_a_problem_that_all_would_meet_stops_the_batch(home: Path, site: Site) -> None:
    run = Moody()
    with backend(home, run, **site) as house:
        batch = start(house)
        assert len(ends(house, batch)) == 3
        stopped = house.batches.batch(batch.id)
        assert stopped.state == "stopped"
        assert stopped.problem is not None
        assert stopped.problem.type == "quota-exhausted"
        assert stopped.counts == {"done": 3, "waiting": 9}
        run.left = 100
        house.batches.resume(batch.id)
        assert len(ends(house, batch, after=3)) == 9


def test_a_paper_that_fails_is_listed_and_the_others_go_on(home: Path, site: Site) -> None:
    with backend(home, Picky(PAPERS[1]), **site) as house:
        batch = start(house, PAPERS[:3])
        found = {item.paper: item for item in ends(house, batch)}
        assert [found[paper.id].state for paper in PAPERS[:3]] == ["done", "failed", "done"]
        assert found[PAPERS[1].id].problem.type == "paper-not-found"
        assert house.batches.batch(batch.id).state == "done"


def test_a_batch_goes_on_in_the_next_process(home: Path, site: Site) -> None:
    go = threading.Event()
    with backend(home, SmallPipeline(gate=go.is_set), **site) as house:
        batch = start(house)
    with backend(home, SmallPipeline(), **site) as later:
        assert later.batches.recover() == [batch.id]
        later.jobs.recover()
        assert sorted(item.n for item in ends(later, batch)) == list(range(12))


class Moody(SmallPipeline):
    """Has money for some papers only."""

    def __init__(self) -> None:
        super().__init__()
        self.left = 3
        self._lock = threading.Lock()

    def __call__(self, job: Job, tools: Tools) -> Card:
        with self._lock:
            if self.left == 0:
                raise QuotaExhausted
            self.left -= 1
        return super().__call__(job, tools)


class Picky(SmallPipeline):
    """Finds all papers but one."""

    def __init__(self, missing: ArxivId) -> None:
        super().__init__()
        self._missing = missing

    def __call__(self, job: Job, tools: Tools) -> Card:
        if job.target.arxiv_id == self._missing:
            raise PaperNotFound
        return super().__call__(job, tools)
