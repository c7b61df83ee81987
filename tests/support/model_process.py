"""The local model server in a process of its own, where a benchmark's client does not slow it down."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.backend import free_port

TESTS = Path(__file__).resolve().parents[1]


@contextmanager
def model_process(*, delay: float, rate: float = 0.0) -> Iterator[str]:
    """The address of a server that takes `delay` seconds to a first token and then gives `rate` a second."""
    port = free_port()
    command = [sys.executable, "-m", "support.model_server", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--delay", str(delay), "--rate", str(rate)],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()
