"""When to try again, and how long to wait before it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from papergloss.errors import Cancelled
from papergloss.llm.faults import Fault

Pause = Callable[[float, Callable[[], bool]], None]
"""Waits so many seconds, or raises Cancelled as soon as the second argument answers true."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Exponential waits with jitter; a provider's Retry-After is obeyed. Times in seconds."""

    retries: int = 3
    first_wait: float = 1.0
    longest_wait: float = 30.0
    longest_retry_after: float = 90.0
    """A provider that asks for more than this is given up: the reader decides, not a hidden wait."""

    def wait(self, attempt: int, fault: Fault) -> float | None:
        """The wait after try number `attempt` (from 1) ended in `fault`; None to give up."""
        if not fault.retry or attempt > min(self.retries, fault.most_retries):
            return None
        backoff = min(self.longest_wait, self.first_wait * 2.0 ** (attempt - 1))
        backoff *= random.uniform(0.75, 1.25)  # noqa: S311 (spreads clients, guards nothing)
        if fault.retry_after is None:
            return backoff
        return None if fault.retry_after > self.longest_retry_after else max(backoff, fault.retry_after)


def pause(seconds: float, cancelled: Callable[[], bool]) -> None:
    """Sleeps, in steps short enough to hear a cancel.

    Raises:
        Cancelled: `cancelled()` became true.
    """
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if cancelled():
            raise Cancelled
        time.sleep(min(left, 0.1))
