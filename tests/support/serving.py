"""A real `papergloss serve` in a process of its own, which a test can kill and start again.

with PaperGloss(home, PAPERGLOSS_ARXIV_URL=site.url, OPENAI_BASE_URL=model.base_url) as backend:
    browser.pair(backend.link)
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from support.backend import free_port
from support.shell import COMMAND

SECONDS = 60


@dataclass
class PaperGloss:
    """Starts on `with` or `start()`; keeps its port and its data folder from start to start."""

    home: Path
    environment: dict[str, str]
    port: int = field(default_factory=free_port)
    link: str = ""
    """The pairing link that the last start printed."""
    _process: subprocess.Popen[str] | None = None

    @property
    def base(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What it wrote to standard error."""
        return (self.home / "stderr.txt").read_text("utf-8")

    def start(self) -> None:
        """Starts and waits until the pairing link is printed."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "stderr.txt").open("a") as errors:
            self._process = subprocess.Popen(
                [COMMAND, "serve"],
                env={**os.environ, **self._settings()},
                stdout=subprocess.PIPE,
                stderr=errors,
                stdin=subprocess.DEVNULL,
                text=True,
            )
        self.link = self._printed_link()

    def kill(self) -> None:
        """SIGKILL: no handler runs."""
        self._end(subprocess.Popen.kill)

    def stop(self) -> None:
        """SIGTERM, as Ctrl-C does."""
        self._end(subprocess.Popen.terminate)

    def call(self, method: str, path: str, token: str, **more: Any) -> httpx.Response:
        """One request to the API as a paired client of no origin."""
        headers = {"Authorization": f"Bearer {token}"}
        answer = httpx.request(method, f"{self.base}/api/v1{path}", headers=headers, timeout=30, **more)
        answer.raise_for_status()
        return answer

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.stop()

    def _settings(self) -> dict[str, str]:
        own = {"PAPERGLOSS_HOME": str(self.home), "PAPERGLOSS_PORT": str(self.port)}
        return {**own, **self.environment}

    def _printed_link(self) -> str:
        assert self._process is not None
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("Pairing"):
                return line.split()[1]
        raise AssertionError(f"papergloss serve ended before it listened:\n{self.log}")

    def _end(self, how: Any) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        how(process)
        process.wait(SECONDS)
        if process.stdout:
            process.stdout.close()
