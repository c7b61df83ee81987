"""An unfinished job does not carry its text to a provider that the reader has not confirmed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from papergloss.config import Config
from papergloss.errors import ConsentNeeded
from papergloss.gloss.events import DeltaEvent, DoneEvent, ProblemEvent
from papergloss.jobs.assembly import assemble
from papergloss.jobs.record import event_of
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer
from support.model_server import ModelServer
from support.provider import connect


def test_a_job_left_unfinished_asks_before_it_changes_its_provider(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ArxivServer() as arxiv, ModelServer(rate=5) as first, ModelServer() as second:
        arxiv.add(SmallPaper("2401.00001"))
        config = Config(home=home, arxiv_url=arxiv.url, arxiv_api_url=arxiv.api_url)
        connect(first, monkeypatch)
        with closing(assemble(config)) as backend:
            provider = backend.provider.needed()
            backend.provider.consent(provider.base_url.removeprefix("http://").partition("/")[0])
            paper, target = backend.asking.target("2401.00001")
            job = backend.jobs.submit(backend.asking.key(paper, "zh"), target).job
            assert job is not None
            rows = backend.jobs.events(job.id)
            assert any(isinstance(event_of(row), DeltaEvent) for row in rows if row is not None)
        connect(second, monkeypatch)
        with closing(assemble(config)) as backend:
            assert backend.jobs.recover() == [job.id]
            events = [event_of(row) for row in backend.jobs.events(job.id) if row is not None]
        problems = [event.problem.type for event in events if isinstance(event, ProblemEvent)]
        assert problems == [ConsentNeeded.type]
        assert isinstance(events[-1], DoneEvent)
        assert second.chats == []
