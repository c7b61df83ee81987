"""Keeps the model's process: started when it is needed, ended when it has been idle for a while."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from papergloss.errors import Cancelled, NoEngine, ProviderDown

CONTEXT_TOKENS = 2048
"""Room for one sentence with one example, several times over; a small context is little memory."""
IDLE_SECONDS = 120.0
"""After this long without a question the model leaves the memory; it is back within seconds."""
LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Address:
    """Where the model answers, and the key that only this process knows."""

    base_url: str
    key: str


def require_extra() -> None:
    """Raises NoEngine where xllamacpp is not installed."""
    if find_spec("xllamacpp") is None:
        raise NoEngine(
            "The local engine is not installed.",
            "Run: pip install xllamacpp (the extra `papergloss[local]`).",
        )


class ModelProcess:
    """One model in one process, for one question at a time: all threads that it may use work on that one."""

    def __init__(self, path: Path, threads: int, idle_seconds: float = IDLE_SECONDS) -> None:
        self._path = path
        self._threads = threads or max(1, (os.cpu_count() or 2) - 1)
        self._idle_seconds = idle_seconds
        self._turn = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._address = Address("", "")
        self._timer: threading.Timer | None = None

    @property
    def pid(self) -> int | None:
        """The process that holds the model now, if any."""
        return self._process.pid if self._process and self._process.poll() is None else None

    @contextmanager
    def in_turn(self, cancelled: Callable[[], bool]) -> Iterator[Address]:
        """The running model, for the caller alone.

        Raises:
            Cancelled: while waiting for the turn.
            NoEngine: the extra is not installed.
            ProviderDown: the model cannot be loaded.
        """
        while not self._turn.acquire(timeout=LOOK_SECONDS):
            if cancelled():
                raise Cancelled
        try:
            self._wake()
            yield self._address
        finally:
            self._sleep_later()
            self._turn.release()

    def close(self) -> None:
        """Ends the process; the next question starts it again."""
        if self._timer:
            self._timer.cancel()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _wake(self) -> None:
        if self._timer:
            self._timer.cancel()
        if self.pid is not None:
            return
        require_extra()
        self.close()
        key = secrets.token_urlsafe(24)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "papergloss.llm.embedded.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        order = {"path": str(self._path), "threads": self._threads, "context": CONTEXT_TOKENS, "key": key}
        self._address = Address(f"{self._told(order)}/v1", key)

    def _told(self, order: dict[str, object]) -> str:
        """The address that the process prints once the model is loaded."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise RuntimeError("the process has no pipes")
        try:
            process.stdin.write(json.dumps(order) + "\n")
            process.stdin.flush()
            for line in process.stdout:
                if line.startswith('{"address"'):
                    return str(json.loads(line)["address"])
        except OSError:
            pass  # It died while it was told; that is said below.
        self.close()
        raise ProviderDown(
            f"The local model {self._path.stem} could not be loaded.",
            "There may be too little memory; else fetch it again: `papergloss model remove`, then `pull`.",
        )

    def _sleep_later(self) -> None:
        self._timer = threading.Timer(self._idle_seconds, self._sleep)
        self._timer.daemon = True
        self._timer.start()

    def _sleep(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self.close()
            finally:
                self._turn.release()
