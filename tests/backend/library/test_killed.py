"""kill -9 in the middle of saving, and two processes at once: what was acknowledged is there, once."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from papergloss.config import Config
from papergloss.jobs.assembly import assemble
from support.library import Shelves, card

KILLS = int(os.environ.get("PAPERGLOSS_KILLS", "2"))
"""How many processes; 200 take a quarter of an hour."""
TESTS = Path(__file__).parents[2]


def start(home: Path, first: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "support.saving_writer", str(home), str(first)],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.timeout(120 + 60 * KILLS)
def test_what_was_acknowledged_is_there_once(home: Path) -> None:
    acknowledged: set[str] = set()
    for turn in range(KILLS // 2):
        two = [start(home, (2 * turn + place) * 10_000) for place in range(2)]
        wanted = random.randrange(1, 12)
        for process in two:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            acknowledged |= {process.stdout.readline().strip() for _ in range(wanted)}
        for process in two:
            process.kill()
            # A line that the kill cut off says nothing; whole ones count.
            rest = process.communicate()[0]
            acknowledged |= set(rest[: rest.rfind("\n") + 1].split())
    made = assemble(Config(home=home), Shelves.run)
    try:
        shelves = Shelves(made)
        made.library.check()
        papers = shelves.library.papers
        total = papers.page().total
        listed = [
            e.row.id for start in range(0, total, 200) for e in papers.page(offset=start, limit=200).entries
        ]
        assert len(listed) == len(set(listed)) == total
        assert acknowledged <= set(listed)
        assert papers.page("title", sort="saved").total == total
        assert len(acknowledged) <= papers.page("tag:t has:note").total <= total
    finally:
        made.close()


@pytest.mark.timeout(120 + 60 * KILLS)
def test_a_restore_that_is_killed_is_done_or_not(home: Path) -> None:
    made = assemble(Config(home=home), Shelves.run)
    shelves = Shelves(made)
    shelves.save(*(card(f"2501.{n:05}", f"Before {n}") for n in range(40)))
    kept = made.library.backups.make()
    shelves.save(*(card(f"2502.{n:05}", f"After {n}") for n in range(40)))
    made.close()
    seen = set()
    for _ in range(KILLS // 2):
        process = subprocess.Popen(
            [Path(sys.executable).with_name("papergloss"), "restore", str(kept.path)],
            env={**os.environ, "PAPERGLOSS_HOME": str(home)},
            stderr=subprocess.PIPE,
        )
        assert process.stderr is not None
        process.stderr.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(random.uniform(0, 1.5))
        process.kill()
        process.communicate()
        made = assemble(Config(home=home), Shelves.run)
        made.library.check()
        seen.add(made.library.papers.page().total)
        made.close()
    assert seen <= {40, 80}
