"""kill -9 in the middle of an import: what was acknowledged is there, nothing twice, and it can go on."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from papergloss.config import Config
from papergloss.export.document import document as written
from papergloss.jobs.assembly import assemble
from support.library import Shelves
from support.records import record

KILLS = int(os.environ.get("PAPERGLOSS_KILLS", "2"))
TESTS = Path(__file__).parents[2]
ROWS = 400
"""Stored 200 at once."""


def document() -> bytes:
    papers = (
        record(f"2501.{n:05}", title=f"Paper {n}", notes=[f"Note {n}"], tags=["t"])
        for n in range(1, ROWS + 1)
    )
    return "".join(written(papers)).encode()


@pytest.mark.timeout(120 + 60 * KILLS)
def test_an_import_that_is_killed_goes_on(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "papers.json"
    file.write_bytes(document())
    place, acknowledged = home / "0", 0
    for turn in range(KILLS):
        acknowledged = max(acknowledged, _import_until_killed(place, file))
        there = _stored(place)
        assert acknowledged <= there <= ROWS
        if there == ROWS and turn < KILLS - 1:
            place, acknowledged = home / str(turn + 1), 0
    made = assemble(Config(home=place), Shelves.run)
    made.library.importing.run(io.BytesIO(file.read_bytes()))
    assert made.library.papers.page("tag:t has:note", sort="saved").total == ROWS
    assert made.library.importing.preview(io.BytesIO(file.read_bytes())).counts == {"there": ROWS}
    made.close()


def _import_until_killed(home: Path, file: Path) -> int:
    """How many rows were said to be stored."""
    process = subprocess.Popen(
        [sys.executable, "-m", "support.importing_writer", str(home), str(file)],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    said = "".join(process.stdout.readline() for _ in range(random.randrange(3)))
    timer = threading.Timer(random.uniform(0, 0.5), process.kill)
    timer.start()
    said += process.communicate()[0]
    timer.cancel()
    # A line that the kill cut off says nothing.
    return max([0, *map(int, said[: said.rfind("\n") + 1].split())])


def _stored(home: Path) -> int:
    """How many papers are whole in the library."""
    made = assemble(Config(home=home), Shelves.run)
    made.library.check()
    there = int(made.library.papers.page().total)
    assert made.library.papers.page("tag:t has:note", sort="saved").total == there
    made.close()
    return there
