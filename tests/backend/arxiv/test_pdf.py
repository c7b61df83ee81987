"""PDFs through the client: which error says what, limits, cancelling."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.limits import Limits
from papergloss.errors import (
    ArxivAnswerUnusable,
    ArxivRefused,
    ArxivUnreachable,
    Cancelled,
    NoPdf,
    PaperNotFound,
    PaperWithdrawn,
    PdfTooLarge,
)
from support.arxiv_papers import SmallPaper, small_pdf
from support.arxiv_server import ArxivServer, Fault

PAPER = ArxivId("2501.00001", 1)


def test_the_file_is_what_arxiv_sent(client: ArxivClient, arxiv: ArxivServer) -> None:
    content = small_pdf(["A paper of its own"] * 40)
    arxiv.add(SmallPaper("2503.00001", pdf=content))
    seen: list[tuple[int, int | None]] = []
    path = client.pdf(ArxivId("2503.00001", 1), progress=lambda done, total: seen.append((done, total)))
    assert path.read_bytes() == content
    assert seen[-1] == (len(content), len(content))


@pytest.mark.parametrize(
    ("paper", "error"),
    [
        ("2501.00002", PaperWithdrawn),
        ("2501.00002v2", PaperWithdrawn),
        ("2501.00003", NoPdf),
        ("2501.00003v1", NoPdf),
        ("2501.09999", PaperNotFound),
        ("2501.00001v7", PaperNotFound),
    ],
)
def test_missing_pdfs_are_told_apart(client: ArxivClient, paper: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        client.pdf(ArxivId.parse(paper))


def test_the_version_before_a_withdrawal_is_still_there(client: ArxivClient) -> None:
    assert client.pdf(ArxivId("2501.00002", 1)).exists()


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        (Fault.html(), ArxivAnswerUnusable, "HTML page"),
        (Fault.status(200, body=b""), ArxivAnswerUnusable, "instead of the PDF"),
        (Fault.status(406), ArxivRefused, "406"),
        (Fault.status(403), ArxivRefused, "403"),
        (Fault(cut_after=700), ArxivUnreachable, "broke off"),
    ],
)
def test_other_answers(
    client: ArxivClient, arxiv: ArxivServer, fault: Fault, error: type[Exception], words: str
) -> None:
    arxiv.fail("/pdf/", fault, times=9)
    with pytest.raises(error, match=words):
        client.pdf(PAPER)


def test_one_cut_is_mended_by_the_second_try(client: ArxivClient, arxiv: ArxivServer) -> None:
    arxiv.fail("/pdf/", Fault(cut_after=700))
    assert client.pdf(PAPER).read_bytes().rstrip().endswith(b"%%EOF")


def test_a_pdf_over_the_cap_is_not_even_read(make_client, arxiv: ArxivServer) -> None:
    seen: list[int] = []
    with pytest.raises(PdfTooLarge):
        make_client(Limits(pdf_bytes=500)).pdf(PAPER, progress=lambda done, _: seen.append(done))
    assert seen == []
    assert len(arxiv.paths("/pdf")) == 1


def test_a_slow_drip_ends_at_the_time_limit(make_client, arxiv: ArxivServer, time) -> None:
    arxiv.fail("/pdf/", Fault(drip=0.001), times=9)
    client = make_client(Limits(pdf_seconds=100))
    with pytest.raises(ArxivUnreachable, match="too long"):
        client.pdf(PAPER, progress=lambda *_: time.sleep(60))


def test_cancelling_stops_a_download(client: ArxivClient, arxiv: ArxivServer, tmp_path: Path) -> None:
    arxiv.fail("/pdf/", Fault(drip=0.001))
    calls = itertools.count()
    with pytest.raises(Cancelled):
        client.pdf(PAPER, cancelled=lambda: next(calls) > 3)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_cancelling_stops_a_wait(client: ArxivClient, arxiv: ArxivServer, time) -> None:
    arxiv.fail("/pdf/", Fault.busy("50"), times=9)
    with pytest.raises(Cancelled):
        client.pdf(PAPER, cancelled=lambda: time.slept > 1)
    assert time.slept < 2


def test_redirects_inside_the_host_are_followed(client: ArxivClient, arxiv: ArxivServer) -> None:
    arxiv.fail("/pdf/2501.00001v1", Fault.status(301, {"Location": "/pdf/2501.00001v1.pdf"}))
    assert client.pdf(PAPER).exists()
    assert arxiv.paths("/pdf") == ["/pdf/2501.00001v1", "/pdf/2501.00001v1.pdf", "/pdf/2501.00001v1"]


@pytest.mark.parametrize(
    "target", ["http://localhost:{port}/pdf/2501.00001v1", "file:///etc/passwd", "//x/", "http://["]
)
def test_redirects_elsewhere_are_not_followed(client: ArxivClient, arxiv: ArxivServer, target: str) -> None:
    port = arxiv.url.rpartition(":")[2]
    arxiv.fail("/pdf/", Fault.status(302, {"Location": target.format(port=port)}), times=9)
    with pytest.raises((ArxivRefused, ArxivUnreachable)):
        client.pdf(PAPER)
    assert {seen.headers["Host"] for seen in arxiv.requests} == {f"127.0.0.1:{port}"}


def test_redirects_in_circles_end(client: ArxivClient, arxiv: ArxivServer) -> None:
    arxiv.fail("/pdf/", Fault.status(301, {"Location": "/pdf/2501.00001v1"}), times=99)
    with pytest.raises(ArxivRefused):
        client.pdf(PAPER)
    assert len(arxiv.requests) < 10
