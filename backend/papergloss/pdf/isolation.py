"""Running a task in a process of its own, and hearing how it ended."""

from __future__ import annotations

import atexit
import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import BinaryIO, Literal, cast

from papergloss.errors import ReaderDied
from papergloss.pdf import wire
from papergloss.pdf.frames import Kind, receive, send

Start = Literal["fork", "spawn"]
DEFAULT_START: Start = "fork" if sys.platform == "linux" else "spawn"
"""macOS' frameworks do not survive a fork; Windows has none."""
PASSED_ON = ("PATH", "PYTHONPATH", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH")
"""The child sees these variables only: no key of the reader's is within a hostile file's reach."""
GRACE = 5.0
"""Seconds that the parent waits longer than the child's own wall clock."""


def run(task: wire.Task, data: bytes, start: Start = DEFAULT_START) -> Iterator[tuple[Kind, bytes]]:
    """Yield the frames that the child sends, up to and without its last.

    Raises:
        PdfError: what the child reported.
        ReaderDied: the child ended without saying why, or in silence.
    """
    limits = task.limits
    longest = GRACE + (limits.of(limits.pages) if task.name == "read" else limits).wall_seconds
    with _connection(longest, start) as (incoming, outgoing):
        try:
            send(outgoing, Kind.TASK, wire.TASK.dump_json(task))
            send(outgoing, Kind.FILE, data)
            while True:
                kind, payload = receive(incoming)
                if kind is Kind.DONE:
                    return
                if kind is Kind.ERROR:
                    raise wire.FAILURE.validate_json(payload).error()
                yield kind, payload
        except (EOFError, OSError, ValueError) as error:
            raise ReaderDied(
                "The PDF took more time or memory than it may, or crashed its reader.",
                "The paper can still be read from its abstract.",
            ) from error


@contextlib.contextmanager
def _connection(longest: float, start: Start) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    if start == "fork":
        ours, theirs = socket.socketpair()
        with ours, ours.makefile("rb") as incoming, ours.makefile("wb") as outgoing:
            with theirs:
                ZYGOTE.hand_over(theirs)
            ours.settimeout(longest)
            yield incoming, outgoing
        return
    command = [sys.executable, "-m", "papergloss.pdf.child"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())  # noqa: S603
    clock = threading.Timer(longest, process.kill)
    clock.start()
    try:
        yield cast("tuple[BinaryIO, BinaryIO]", (process.stdout, process.stdin))
    finally:
        clock.cancel()
        process.kill()
        with contextlib.suppress(OSError):
            process.communicate()


def environment() -> dict[str, str]:
    """The variables that a child gets."""
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ}


class Zygote:
    """The forking process, started with the first file and again if it should die."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def hand_over(self, connection: socket.socket) -> None:
        """Give `connection` to a new child."""
        with self._lock:
            for attempt in (1, 2):
                if self._process is None or self._process.poll() is not None:
                    self._start()
                assert self._control is not None  # noqa: S101 - set by _start
                try:
                    socket.send_fds(self._control, [b"."], [connection.fileno()])
                    return
                except OSError:
                    self._stop()
                    if attempt == 2:
                        raise

    def close(self) -> None:
        """End the forking process; children at work finish by themselves."""
        with self._lock:
            self._stop()

    def _start(self) -> None:
        self._stop()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "papergloss.pdf.zygote", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=environment(),
            )
        self._control = ours

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=GRACE)
        self._control = self._process = None


ZYGOTE = Zygote()
atexit.register(ZYGOTE.close)
