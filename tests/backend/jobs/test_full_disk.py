"""A disk that fills up in the middle of a job: said plainly, and nothing is lost."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from papergloss.errors import StoreError
from papergloss.gloss.events import DoneEvent, Event
from support.small_pipeline import SmallPipeline


@pytest.fixture
def small_disk(home: Path) -> Iterator[Path]:
    """The data folder on a disk of 2 MB."""
    home.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(home)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this user may not mount a small disk")
    yield home
    subprocess.run(["umount", "--lazy", str(home)], check=True)


def fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def eventually(look: Callable[[], Event | None], seconds: float = 60) -> Event:
    deadline, pace = time.monotonic() + seconds, threading.Event()
    while time.monotonic() < deadline:
        if (found := look()) is not None:
            return found
        pace.wait(0.2)
    raise AssertionError("it did not happen")


def test_a_job_waits_for_space_and_then_goes_on(small_disk: Path, desk: Callable[[object], object]) -> None:
    go = threading.Event()
    run = SmallPipeline(gate=go.is_set)
    house = desk(run)
    job = house.start()
    assert any(row.type == "delta" for row in house.jobs.events(job.id) if row is not None)
    filler = small_disk / "filler"
    fill(filler)
    for _ in house.jobs.events(job.id):
        pass
    with pytest.raises(StoreError, match="waits"):
        house.jobs.events(job.id)
    filler.unlink()
    go.set()

    def end() -> Event | None:
        try:
            return house.end(job.id)
        except StoreError:
            return None

    last = eventually(end)
    assert isinstance(last, DoneEvent)
    assert last.state == "done"
    assert run.runs.count("metadata") == 1
    entries, total = house.backend.shelf.page(0, 10)
    assert ([entry.id for entry in entries], total) == ([last.card_id], 1)
