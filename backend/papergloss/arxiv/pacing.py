"""Who may ask when: one clock for all threads, and waits that hear a cancel."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from papergloss.errors import Cancelled

Cancel = Callable[[], bool]
"""Answers True as soon as the reader has cancelled."""

_STEP = 0.2
"""Seconds between two looks at the cancel flag."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as the client sees it, in seconds."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


def never() -> bool:
    """A cancel that never comes."""
    return False


def wait(seconds: float, cancelled: Cancel, clock: Clock) -> None:
    """Sleeps in short steps.

    Raises:
        Cancelled: the reader cancelled meanwhile.
    """
    left = seconds
    while True:
        if cancelled():
            raise Cancelled
        if left <= 0:
            return
        clock.sleep(min(left, _STEP))
        left -= _STEP


class Pacer:
    """Gives out moments at least `interval` seconds apart."""

    def __init__(self, interval: float, clock: Clock) -> None:
        self._interval = interval
        self._clock = clock
        self._free = self._held_until = clock.now()
        self._lock = threading.Lock()

    def reserve(self) -> float:
        """Takes the next free moment; gives the seconds until then."""
        with self._lock:
            now = self._clock.now()
            moment = max(now, self._free)
            self._free = moment + self._interval
            return moment - now

    def hold(self, seconds: float) -> None:
        """Nobody may ask for so long: the server asked for it."""
        with self._lock:
            self._held_until = max(self._held_until, self._clock.now() + seconds)
            self._free = max(self._free, self._held_until)

    def held(self) -> float:
        """Seconds until the server lets us ask again; 0 where it did not forbid it."""
        with self._lock:
            return max(0.0, self._held_until - self._clock.now())


class KeyedLocks:
    """One lock per name, so that two jobs never fetch the same file at the same time."""

    def __init__(self) -> None:
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    @contextmanager
    def holding(self, name: str, cancelled: Cancel) -> Iterator[None]:
        """Holds the lock of this name.

        Raises:
            Cancelled: the reader cancelled while another job held it.
        """
        with self._guard:
            lock = self._locks.setdefault(name, threading.Lock())
        while not lock.acquire(timeout=_STEP):
            if cancelled():
                raise Cancelled
        try:
            yield
        finally:
            lock.release()
