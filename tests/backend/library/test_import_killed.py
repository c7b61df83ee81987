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

KILLS = int(os.environ.get("PAPERGLOSS_KILLS", "4"))
TESTS = Path(__file__).parents[2]
ROWS = 1500


def document() -> bytes:
    papers = (
        record(f"2501.{n:05}", title=f"Paper {n}", notes=[f"Note {n}"], tags=["t"]) for n in range(ROWS)
    )
    return "".join(written(papers)).encode()


@pytest.mark.timeout(120 + 30 * KILLS)
def test_an_import_that_is_killed_goes_on(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "papers.json"
    file.write_bytes(document())
    acknowledged = 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-m", "support.importing_writer", str(home), str(file)],
            env={**os.environ, "PYTHONPATH": str(TESTS)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for _ in range(random.randrange(3)):
            process.stdout.readline()
        timer = threading.Timer(random.uniform(0, 0.5), process.kill)
        timer.start()
        rest = process.communicate()[0].split()
        timer.cancel()
        acknowledged = max([acknowledged, *map(int, rest[:-1])])
        made = assemble(Config(home=home), Shelves.run)
        made.library.check()
        there = made.library.papers.page().total
        assert acknowledged <= there <= ROWS
        assert made.library.papers.page("tag:t has:note").total == there
        made.close()
    made = assemble(Config(home=home), Shelves.run)
    made.library.importing.run(io.BytesIO(file.read_bytes()))
    assert made.library.papers.page("tag:t has:note", sort="saved").total == ROWS
    assert made.library.importing.preview(io.BytesIO(file.read_bytes())).counts == {"there": ROWS}
    made.close()
