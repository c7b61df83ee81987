"""Metadata through the client: the page first, the API second, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.limits import Limits
from papergloss.errors import (
    ArxivAnswerUnusable,
    ArxivBusy,
    ArxivRefused,
    ArxivUnreachable,
    PaperNotFound,
)
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault

PAPER = ArxivId("2501.00001")


def test_the_abstract_page_gives_everything(client: ArxivClient, arxiv: ArxivServer) -> None:
    record = client.metadata(PAPER)
    assert record.id == ArxivId("2501.00001", 2)
    assert record.source == "abstract_page"
    assert record.title == "On Small Papers"
    assert record.authors == ("Ada First", "Bo van der Second")
    assert record.abstract.startswith("We show that $x < y$ holds in 93.4%")
    assert record.categories == ("cs.CL", "cs.LG")
    assert record.comment == "2 pages"
    assert record.licence == "http://creativecommons.org/licenses/by/4.0/"
    assert (record.latest_version, record.withdrawn, record.has_pdf, record.has_html) == (
        2,
        False,
        True,
        False,
    )
    assert record.submitted == datetime(2025, 1, 1, 10, tzinfo=UTC)
    assert record.updated == datetime(2025, 1, 2, 10, tzinfo=UTC)
    assert arxiv.paths() == ["/abs/2501.00001"]


def test_an_older_version_knows_the_newest(client: ArxivClient) -> None:
    record = client.metadata(ArxivId("2501.00001", 1))
    assert (record.id.version, record.latest_version) == (1, 2)


def test_only_the_withdrawn_version_is_withdrawn(client: ArxivClient) -> None:
    assert client.metadata(ArxivId("2501.00002")).withdrawn
    first = client.metadata(ArxivId("2501.00002", 1))
    assert not first.withdrawn
    assert [version.withdrawn for version in first.versions] == [False, True]


def test_the_client_names_itself(client: ArxivClient, arxiv: ArxivServer) -> None:
    client.metadata(PAPER)
    assert arxiv.requests[0].headers["User-Agent"].startswith("PaperGloss/0.")


@pytest.mark.parametrize("paper", [ArxivId("2501.09999"), ArxivId("2501.00001", 3)])
def test_unknown_ids_and_versions(client: ArxivClient, arxiv: ArxivServer, paper: ArxivId) -> None:
    with pytest.raises(PaperNotFound):
        client.metadata(paper)
    assert not arxiv.paths("/api")


@pytest.mark.parametrize(
    "fault", [Fault.html(), Fault.status(406), Fault.status(403), Fault.status(500), Fault.busy()]
)
def test_the_api_is_the_second_way(client: ArxivClient, arxiv: ArxivServer, fault: Fault) -> None:
    arxiv.fail("/abs/", fault, times=9)
    record = client.metadata(PAPER)
    assert record.source == "atom"
    assert (record.id.version, record.latest_version) == (2, 2)
    assert record.authors == ("Ada First", "Bo van der Second")
    assert record.categories == ("cs.CL", "cs.LG")


def test_the_page_is_tried_again_after_the_api_answered(client: ArxivClient, arxiv: ArxivServer) -> None:
    arxiv.fail("/abs/", Fault.html())
    assert client.metadata(PAPER).source == "atom"
    assert client.metadata(PAPER).source == "abstract_page"


def test_a_page_of_another_paper_is_refused(client: ArxivClient, arxiv: ArxivServer) -> None:
    other = SmallPaper("2501.00007").abstract_page(1)
    arxiv.fail("/abs/2501.00001", Fault.html(other), times=9)
    arxiv.fail("/api", Fault.status(406), times=9)
    with pytest.raises(ArxivAnswerUnusable, match="another paper"):
        client.metadata(PAPER)


def test_a_page_of_another_version_is_refused(client: ArxivClient, arxiv: ArxivServer) -> None:
    other = SmallPaper("2501.00001", versions=2).abstract_page(2)
    arxiv.fail("/abs/2501.00001v1", Fault.html(other), times=9)
    assert client.metadata(ArxivId("2501.00001", 1)).source == "atom"


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.status(403), ArxivRefused),
        (Fault.status(406), ArxivRefused),
        (Fault.busy(), ArxivBusy),
        (Fault.busy(status=503), ArxivBusy),
        (Fault.status(500), ArxivAnswerUnusable),
        (Fault.html(), ArxivAnswerUnusable),
        (Fault(cut_after=100), ArxivUnreachable),
    ],
)
def test_when_both_ways_fail_the_error_is_that_of_the_page(
    client: ArxivClient, arxiv: ArxivServer, fault: Fault, error: type[Exception]
) -> None:
    arxiv.fail("/abs/", fault, times=9)
    arxiv.fail("/api", Fault.status(404), times=9)
    with pytest.raises(error):
        client.metadata(PAPER)


def test_a_server_that_is_not_there(client: ArxivClient, arxiv: ArxivServer) -> None:
    arxiv.stop()
    with pytest.raises(ArxivUnreachable):
        client.metadata(PAPER)


def test_many_papers_in_batches(make_client, arxiv: ArxivServer) -> None:
    papers = [ArxivId(f"2502.{number:05}") for number in range(1, 8)]
    arxiv.add(*(SmallPaper(paper.id, title=f"Paper {paper}") for paper in papers))
    wanted = [*papers, ArxivId("2502.09999"), ArxivId("2501.00001", 1), papers[0]]
    records = make_client(Limits(batch=4)).metadata_many(wanted)
    assert list(records) == [*papers, ArxivId("2501.00001", 1)]
    assert records[papers[2]].title == "Paper 2502.00003"
    assert [seen.query.count("250") for seen in arxiv.requests] == [4, 4, 1]
    assert "max_results=4" in arxiv.requests[0].query


def test_stored_records_are_not_asked_for_again(client: ArxivClient, arxiv: ArxivServer) -> None:
    client.metadata(PAPER)
    old = ArxivId("hep-th/9901001")
    assert client.metadata_many([PAPER, old])[PAPER].source == "abstract_page"
    client.metadata_many([PAPER, old])
    assert len(arxiv.paths("/api")) == 1


def test_the_check_asks_arxiv_whatever_is_stored(client: ArxivClient, arxiv: ArxivServer) -> None:
    arxiv.add(SmallPaper("0704.0001"))
    client.check()
    client.check()
    assert len(arxiv.requests) == 2
    arxiv.stop()
    with pytest.raises(ArxivUnreachable):
        client.check()
