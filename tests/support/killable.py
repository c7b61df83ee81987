"""A server process that a test can kill: `python -m support.killable HOME PORT`.

Its pipeline streams words in the summary until the file HOME/go is there, and writes each stage that it
runs to HOME/runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from papergloss.config import Config
from papergloss.jobs.assembly import Backend
from papergloss.web.serve import serve
from support.small_pipeline import SmallPipeline


class _Noted(list[str]):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def append(self, stage: str) -> None:
        with self._path.open("a") as file:
            file.write(f"{stage}\n")


def main(home: Path, port: int) -> None:
    """Serves until it is killed; prints the pairing link when it is ready."""

    def ready(_: Backend, link: str) -> None:
        print(link, flush=True)

    go = home / "go"
    run = SmallPipeline(gate=go.exists, runs=_Noted(home / "runs"))  # type: ignore[arg-type]
    serve(Config(home=home, port=port), ready, run)


@dataclass
class ServerProcess:
    """A running server process."""

    process: subprocess.Popen[str]
    secret: str

    def kill(self) -> None:
        """SIGKILL: no handler runs."""
        self.process.kill()
        self.process.wait(10)

    def stop(self) -> int:
        """SIGTERM; returns the exit code."""
        self.process.terminate()
        return self.process.wait(30)


@contextmanager
def server_process(home: Path, port: int) -> Iterator[ServerProcess]:
    """A server in a process of its own."""
    tests = Path(__file__).parents[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "support.killable", str(home), str(port)],
        env={**os.environ, "PYTHONPATH": str(tests)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield ServerProcess(process, process.stdout.readline().strip().partition("#")[2])
    finally:
        process.kill()
        process.wait(10)
        process.stdout.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
