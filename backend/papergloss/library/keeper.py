"""What the library does by itself while the server runs: a backup a day, and emptying old trash."""

from __future__ import annotations

import logging
import threading
from types import TracebackType
from typing import Self

from papergloss.errors import StoreError
from papergloss.library.library import Library

LOOK_SECONDS = 900.0

_log = logging.getLogger(__name__)


class Keeper:
    """Works in a thread of its own from `with` on."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="keeper", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._closing.is_set():
            try:
                if self._library.backups.daily() is not None:
                    self._library.erasing.old_trash()
            except (StoreError, OSError) as error:
                _log.error("the library cannot be kept: %s", error)
            self._closing.wait(LOOK_SECONDS)
