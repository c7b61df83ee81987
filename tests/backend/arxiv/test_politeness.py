"""The pace over all threads, Retry-After, and waits that end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.pacing import Clock
from papergloss.errors import ArxivBusy
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault

PAPER = ArxivId("2501.00001")
FIRST = ArxivId("2501.00001", 1)


def test_api_requests_keep_their_distance_over_all_threads(make_client, arxiv: ArxivServer) -> None:
    papers = [ArxivId(f"2502.{number:05}") for number in range(1, 7)]
    arxiv.add(*(SmallPaper(paper.id) for paper in papers))
    waits: list[float] = []
    client = make_client(clock=Clock(now=lambda: 0.0, sleep=waits.append))
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda paper: client.metadata_many([paper]), papers))
    assert all(len(records) == 1 for records in found)
    # Time stands still, so the six requests wait 0, 3, 6, 9, 12 and 15 seconds, in whatever order.
    assert sum(waits) == pytest.approx(45)


def test_the_default_is_one_api_request_in_three_seconds(client: ArxivClient, time) -> None:
    for number in (1, 2, 3):
        client.metadata_many([ArxivId("2501.00001", number)])
    assert time.slept == pytest.approx(6.0)


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_in_seconds_is_obeyed(client: ArxivClient, arxiv: ArxivServer, time, status: int) -> None:
    arxiv.fail("/abs", Fault.busy("7", status))
    assert client.metadata(PAPER).source == "abstract_page"
    assert time.slept == pytest.approx(7, abs=1)


def test_retry_after_as_a_date_is_obeyed(client: ArxivClient, arxiv: ArxivServer, time) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    arxiv.fail("/pdf", Fault.busy(date))
    assert client.pdf(FIRST).exists()
    assert 25 < time.slept < 31


@pytest.mark.parametrize("value", [None, "soon", "-5", "", "1e9", "\u00b2"])
def test_without_a_usable_retry_after_waits_double(
    client: ArxivClient, arxiv: ArxivServer, time, value: str | None
) -> None:
    arxiv.fail("/pdf", Fault.busy(value), times=3)
    assert client.pdf(FIRST).exists()
    assert time.slept == pytest.approx(14, abs=1)


def test_waits_are_bounded(client: ArxivClient, arxiv: ArxivServer, time) -> None:
    arxiv.fail("/pdf", Fault.busy("25"), times=99)
    with pytest.raises(ArxivBusy):
        client.pdf(FIRST)
    assert len(arxiv.requests) == 3
    assert time.slept < 60


def test_a_busy_page_is_not_waited_for_long_since_there_is_a_second_way(
    client: ArxivClient, arxiv: ArxivServer, time
) -> None:
    arxiv.fail("/abs", Fault.busy("50"), times=99)
    assert client.metadata(PAPER).source == "atom"
    assert time.slept < 1


def test_a_long_retry_after_is_told_instead_of_waited_for(
    client: ArxivClient, arxiv: ArxivServer, time
) -> None:
    arxiv.fail("/", Fault.busy("3600"), times=99)
    with pytest.raises(ArxivBusy) as refused:
        client.metadata(PAPER)
    assert "3600 seconds" in refused.value.hint
    assert time.slept < 1
    with pytest.raises(ArxivBusy):
        client.pdf(FIRST)
    assert arxiv.paths() == ["/abs/2501.00001", "/api/query"]


def test_after_a_pause_arxiv_is_asked_again(client: ArxivClient, arxiv: ArxivServer, time) -> None:
    arxiv.fail("/", Fault.busy("3600"), times=2)
    with pytest.raises(ArxivBusy):
        client.metadata(PAPER)
    time.sleep(3600)
    assert client.metadata(PAPER).source == "abstract_page"


def test_one_paper_in_trouble_does_not_stop_the_tries_of_another(
    client: ArxivClient, arxiv: ArxivServer
) -> None:
    arxiv.fail("/abs/2501.00001", Fault.status(500), times=9)
    assert client.metadata(ArxivId("hep-th/9901001")).source == "abstract_page"
    assert client.metadata(PAPER).source == "atom"
