"""Runs jobs: a thread pool of this process."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

WORKERS = 8
"""Jobs at once: as many papers as a reader opens side by side. More would only wait for the provider."""


class Runner(Protocol):
    """Calls `work(job_id)` for every started job, sometime, once, in the order of starting."""

    def start(self, job_id: str) -> None:
        """Puts a job into the queue."""

    def close(self) -> None:
        """Takes no more jobs; returns when those that run have ended."""


class ThreadRunner:
    """A Runner in threads."""

    def __init__(self, work: Callable[[str], None], workers: int = WORKERS) -> None:
        self._work = work
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="job")

    def start(self, job_id: str) -> None:
        """See Runner."""
        self._pool.submit(self._work, job_id)

    def close(self) -> None:
        """See Runner."""
        self._pool.shutdown(wait=True, cancel_futures=True)
