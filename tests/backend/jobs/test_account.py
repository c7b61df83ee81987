"""What calls cost is booked before they are made, survives a kill, and keeps to the month's cap."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from papergloss.config import Config
from papergloss.errors import BadInput
from papergloss.gloss.card import Card
from papergloss.gloss.compression.fitting import PARALLEL
from papergloss.jobs.assembly import Backend, assemble
from support import pdfs
from support.model_faults import disconnect, status
from support.model_script import pieces
from support.model_server import Exchange, ModelServer
from support.provider import provider_with_prices

RUN = "from papergloss.cli import main; main()"
PRICES = """
[[models]]
match = "scripted"
price_in = 1000.0
price_cached = 100.0
price_out = 4000.0
currency = "EUR"
"""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[ModelServer]:
    with provider_with_prices(home, monkeypatch, PRICES) as running:
        yield running


@pytest.fixture
def open_backend(home: Path) -> Iterator[Callable[[], Backend]]:
    made: list[Backend] = []

    def make(**settings: Any) -> Backend:
        made.append(assemble(Config(home=home, **settings), ask_first=False))
        return made[-1]

    yield make
    for backend in made:
        backend.close()


def glossed(backend: Backend, folder: Path, lang: str = "zh", content: bytes | None = None) -> Card:
    path = folder / "paper.pdf"
    path.write_bytes(content or pdfs.paper())
    paper, target = backend.asking.file(path)
    job = backend.jobs.submit(backend.asking.key(paper, lang), target).job
    assert job is not None
    for _ in backend.jobs.events(job.id):
        pass
    card_id = backend.jobs.job(job.id).card_id
    assert card_id is not None
    return backend.shelf.card(card_id)


def test_the_report_says_what_the_card_says(
    server: ModelServer, open_backend: Callable[..., Backend], tmp_path: Path
) -> None:
    backend = open_backend()
    card = glossed(backend, tmp_path)
    report = backend.usage.report()
    assert {row.stage for row in report.rows} == {cost.stage for cost in card.provenance.stages}
    assert sum(row.calls for row in report.rows) == len(server.chats)
    assert sum(row.tokens_in for row in report.rows) == card.provenance.tokens_in
    assert sum(row.cost or 0 for row in report.rows) == pytest.approx(card.provenance.cost)
    assert report.spent == pytest.approx(card.provenance.cost)
    assert (report.currency, card.provenance.currency) == ("EUR", "EUR")
    assert not card.provenance.estimated
    assert backend.usage.report("1999-01").rows == []


def test_no_call_is_made_that_could_exceed_the_cap(
    server: ModelServer, open_backend: Callable[..., Backend], tmp_path: Path
) -> None:
    backend = open_backend(monthly_cap=0.01)
    card = glossed(backend, tmp_path)
    assert server.chats == []
    assert {problem.type for problem in card.problems} == {"cap-reached"}
    assert "cap" in card.problems[0].hint
    assert card.figures
    assert card.state == "partial"
    backend.usage.set_cap(None)
    (job,) = backend.jobs.jobs()
    backend.jobs.retry_stage(job.id, "translation", "figures", "summary")
    for _ in backend.jobs.events(job.id):
        pass
    assert backend.jobs.job(job.id).state == "done"


def test_the_cap_of_the_environment_wins_over_the_readers_own(
    server: ModelServer, open_backend: Callable[..., Backend], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_backend(monthly_cap=2).usage.set_cap(1)
    assert open_backend(monthly_cap=2).usage.report().cap == 1
    monkeypatch.setenv("PAPERGLOSS_MONTHLY_CAP", "3")
    usage = open_backend(monthly_cap=3).usage
    assert usage.report().cap == 3
    with pytest.raises(BadInput, match="environment"):
        usage.set_cap(5)


def test_calls_side_by_side_keep_to_the_cap_together(
    server: ModelServer, open_backend: Callable[..., Backend], tmp_path: Path
) -> None:
    backend = open_backend()
    spent = glossed(backend, tmp_path).provenance.cost
    assert spent is not None
    calls = len(server.chats)
    # Enough for one call at its most, not for two side by side.
    backend.usage.set_cap(spent + 45)
    card = glossed(backend, tmp_path, lang="de")
    assert len(server.chats) > calls
    assert {problem.type for problem in card.problems} == {"cap-reached"}
    assert card.state == "partial"
    assert backend.usage.report().spent <= spent + 45


def test_failed_tries_are_paid_for_too(
    server: ModelServer, open_backend: Callable[..., Backend], tmp_path: Path
) -> None:
    backend = open_backend()
    once = glossed(backend, tmp_path).provenance
    server.script(disconnect("SUMMARY and what follows "), status(401))
    card = glossed(backend, tmp_path, lang="de")
    assert card.provenance.estimated
    (job, *_) = backend.jobs.jobs()
    backend.jobs.retry_stage(job.id, card.problems[0].stage or "summary")
    for _ in backend.jobs.events(job.id):
        pass
    whole = backend.shelf.card(backend.jobs.job(job.id).card_id or "").provenance
    assert whole.tokens_in > once.tokens_in
    month = backend.usage.report()
    assert sum(row.tokens_in for row in month.rows) == once.tokens_in + whole.tokens_in


class Held:
    """Answers whole until so many have been given, then half, and says no more."""

    def __init__(self, whole: int) -> None:
        self.left = whole

    def __call__(self, exchange: Exchange) -> None:
        self.left -= 1
        said = pieces(exchange.server.answer(exchange.request))
        if self.left >= 0:
            exchange.say("".join(said))
            return
        exchange.begin()
        for piece in said[: len(said) // 2]:
            exchange.delta(content=piece)
        exchange.wait(60)


def killed(home: Path, paper: Path, server: ModelServer, enough: Callable[[], bool]) -> None:
    """Runs the command line until `enough`, then kills it without warning."""
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "gloss", str(paper), "--lang", "zh"],
        env={**os.environ, "PAPERGLOSS_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not enough() and process.poll() is None:
            server.stopping.wait(0.05)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)


def test_a_killed_job_pays_for_no_note_twice_and_counts_what_it_lost(
    server: ModelServer,
    open_backend: Callable[..., Backend],
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PAPERGLOSS_CONTEXT_TOKENS", "6000")
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdfs.long_paper(16))
    server.always(Held(9))

    def notes() -> list[str]:
        return [request.prompt for request in server.chats if "<<<PART" in request.prompt]

    killed(home, paper, server, lambda: len(notes()) >= PARALLEL + 3)
    before = notes()
    assert len(before) >= PARALLEL + 3
    server.always(None)
    backend = open_backend()
    backend.jobs.recover()
    (job,) = backend.jobs.jobs()
    for _ in backend.jobs.events(job.id):
        pass
    assert backend.jobs.job(job.id).state == "done"
    again = [prompt for prompt in notes()[len(before) :] if prompt in before]
    assert len(again) <= PARALLEL, "only what had not come back is asked for again"
    card = backend.shelf.card(backend.jobs.job(job.id).card_id or "")
    assert card.provenance.estimated, "what the killed calls took is counted by us"
    rows = backend.usage.report().rows
    booked_and_never_sent = sum(row.calls for row in rows) - len(server.chats)
    assert 0 <= booked_and_never_sent <= PARALLEL
    assert sum(row.tokens_in for row in rows) == card.provenance.tokens_in
