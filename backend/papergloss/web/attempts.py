"""Limits how often a pairing secret may be guessed."""

from __future__ import annotations

import threading
import time
from collections import deque

from werkzeug.exceptions import TooManyRequests

ATTEMPTS = 10
SECONDS = 60.0


class Attempts:
    """At most 10 attempts a minute, whoever makes them: on loopback all callers look alike."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._times: deque[float] = deque()

    def count(self) -> None:
        """Counts one. Raises TooManyRequests."""
        now = time.monotonic()
        with self._lock:
            while self._times and now - self._times[0] > SECONDS:
                self._times.popleft()
            if len(self._times) >= ATTEMPTS:
                raise TooManyRequests(retry_after=int(SECONDS))
            self._times.append(now)
