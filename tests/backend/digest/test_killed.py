"""A digest whose process is killed again and again."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.arxiv_server import ArxivServer
from support.model_script import answer as scripted
from support.model_server import ModelServer, Request
from support.shell import COMMAND, papergloss_here

from .conftest import PAPERS, settings

KILLS = 5
CALLS = 2
"""Of one paper: its translation and its summary."""
ASKED = ("digest", "--category", "cs.CL", "--out")


@pytest.fixture
def model() -> Iterator[ModelServer]:
    """Takes a moment for each answer, so that the process dies while one is on its way."""

    def slowly(request: Request) -> str:
        time.sleep(0.2)
        return scripted(request.body)

    with ModelServer(answer=slowly) as server:
        yield server


def prompts(model: ModelServer) -> list[str]:
    return [request.prompt for request in model.chats]


def kill_after(count: int, out: Path, environment: dict[str, str]) -> set[str]:
    """Runs the command and kills it as soon as so many papers are finished; returns their titles."""
    finished: set[str] = set()
    with subprocess.Popen(
        [COMMAND, *ASKED, out], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            finished |= {f"{paper.title}\n" for paper in PAPERS if f" {paper.id}v1 done" in line}
            if len(finished) == count:
                break
        process.kill()
    assert len(finished) == count
    return finished


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.timeout(300)
def test_killed_five_times_nothing_is_paid_twice_and_the_site_is_the_same(
    arxiv: ArxivServer, model: ModelServer, home: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    around = {**settings(arxiv, model), "PAPERGLOSS_BATCH_WORKERS": "1"}
    finished: set[str] = set()
    for count in range(1, KILLS + 1):
        before = len(prompts(model))
        now = kill_after(count, out, {**os.environ, "PAPERGLOSS_HOME": str(home), **around})
        assert not out.exists()
        again = [p for p in prompts(model)[before:] if any(title in f"{p}\n" for title in finished)]
        assert not again, "a finished paper was paid again"
        finished |= now
    result = papergloss_here(*ASKED, str(out), home=home, **around)
    assert result.returncode == 0, result.stderr
    assert "6 done" in result.stderr
    paid = prompts(model)
    assert len(set(paid)) == CALLS * len(PAPERS)
    # Only what was in the model's hands when the process died may be asked for again.
    assert len(paid) <= CALLS * (len(PAPERS) + KILLS)

    first = files(out)
    result = papergloss_here(*ASKED, str(out), home=home, **around)
    assert result.returncode == 0, result.stderr
    assert len(prompts(model)) == len(paid)
    assert files(out) == first
    result = papergloss_here(*ASKED, str(tmp_path / "other"), home=tmp_path / "new", **around)
    assert result.returncode == 0, result.stderr
    for name, other in files(tmp_path / "other").items():
        if name.endswith((".html", ".md", ".css", ".js")):
            assert first[name] == other, f"{name} is not what a run without kills writes"
