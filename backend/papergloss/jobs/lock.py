"""Tells live processes from dead ones: each holds a file lock that the system takes back when it dies."""

from __future__ import annotations

import uuid
from pathlib import Path

from filelock import FileLock, Timeout


class RunnerLock:
    """This process's name among those that run jobs, held until `release`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = uuid.uuid4().hex
        self._folder = folder
        self._lock = _lock(folder, self.name)
        self._lock.acquire()

    def is_dead(self, name: str) -> bool:
        """Whether the process of this name is gone. Its lock file goes too."""
        if name == self.name:
            return False
        other = _lock(self._folder, name)
        try:
            with other:
                _path(self._folder, name).unlink(missing_ok=True)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Lets other processes take over what is left."""
        self._lock.release()
        _path(self._folder, self.name).unlink(missing_ok=True)


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.lock"


def _lock(folder: Path, name: str) -> FileLock:
    return FileLock(_path(folder, name), timeout=0, thread_local=False)
