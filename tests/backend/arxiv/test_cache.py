"""What stays on disk, for how long, and what a cut or damaged file does."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.limits import Limits
from papergloss.errors import ArxivUnreachable, StoreError
from support.arxiv_papers import SmallPaper
from support.arxiv_server import ArxivServer, Fault

PAPER = ArxivId("2501.00001")
SECOND = ArxivId("2501.00001", 2)


def test_records_and_pdfs_are_fetched_once(client: ArxivClient, make_client, arxiv: ArxivServer) -> None:
    client.metadata(PAPER)
    path = client.pdf(PAPER)
    again = make_client()
    assert again.metadata(PAPER) == client.metadata(SECOND)
    assert again.pdf(SECOND) == path == again.pdf(PAPER)
    assert arxiv.paths() == ["/abs/2501.00001", "/pdf/2501.00001v2"]


def test_old_ids_make_flat_file_names(client: ArxivClient) -> None:
    assert client.pdf(ArxivId("hep-th/9901001")).name == "hep-th_9901001v1.pdf"


def test_the_newest_version_is_asked_again_after_some_hours(make_client, arxiv: ArxivServer) -> None:
    client = make_client(Limits(fresh_hours=0))
    client.metadata(PAPER)
    client.metadata(PAPER)
    client.metadata(SECOND)
    assert arxiv.paths() == ["/abs/2501.00001", "/abs/2501.00001"]


def test_everything_stored_works_without_network(make_client, arxiv: ArxivServer) -> None:
    client = make_client(Limits(fresh_hours=0))
    path, record = client.pdf(PAPER), client.metadata(PAPER)
    arxiv.stop()
    assert client.metadata(PAPER) == record
    assert client.pdf(PAPER) == client.pdf(SECOND) == path
    with pytest.raises(ArxivUnreachable):
        client.metadata(ArxivId("2501.00003"))


def test_a_damaged_record_is_fetched_again(client: ArxivClient, tmp_path: Path) -> None:
    record = client.metadata(PAPER)
    for file in (tmp_path / "cache").rglob("*.json"):
        file.write_text('{"id": ')
    assert client.metadata(PAPER).title == record.title


def test_a_broken_download_leaves_nothing_behind(
    client: ArxivClient, arxiv: ArxivServer, tmp_path: Path
) -> None:
    arxiv.fail("/pdf/", Fault(cut_after=700), times=9)
    with pytest.raises(ArxivUnreachable):
        client.pdf(SECOND)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_two_jobs_share_one_download(client: ArxivClient, arxiv: ArxivServer) -> None:
    gate = threading.Event()
    arxiv.fail("/pdf/", Fault(until=gate), times=9)
    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(client.pdf, PAPER) for _ in range(4)]
        gate.set()
        assert len({job.result() for job in jobs}) == 1
    assert arxiv.paths("/pdf") == ["/pdf/2501.00001v2"]


def test_what_a_killed_process_left_half_written_is_swept(make_client, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "pdf"
    folder.mkdir(parents=True)
    left, running = folder / "left.part", folder / "running.part"
    for file in (left, running):
        file.touch()
    os.utime(left, (0, time.time() - 7200))
    make_client()
    assert (left.exists(), running.exists()) == (False, True)


def test_a_stored_version_learns_of_a_newer_one(make_client, arxiv: ArxivServer) -> None:
    client = make_client(Limits(fresh_hours=0))
    assert client.metadata(SECOND).latest_version == 2
    arxiv.add(SmallPaper("2501.00001", versions=3))
    client.metadata(PAPER)
    assert client.metadata(SECOND).latest_version == 3


def test_a_folder_that_cannot_be_written_is_told(make_client, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        make_client().pdf(SECOND)
