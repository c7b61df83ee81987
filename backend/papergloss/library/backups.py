"""Backups of the whole library: one a day, on demand, and before one is restored."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from filelock import FileLock

from papergloss.errors import BadInput, NotFound, StoreCorrupt, StoreError
from papergloss.store import backup
from papergloss.store.backup import Contents
from papergloss.store.database import Database

Reason = Literal["daily", "asked", "before-restore"]
NAME = re.compile(r"papergloss-(\d{8}T\d{6})Z-(daily|asked|before-restore)\.sqlite3")
STAMP = "%Y%m%dT%H%M%S"
DAY = timedelta(days=1)
KEPT: dict[Reason, int] = {"daily": 14, "before-restore": 14}
"""Of these only so many are kept; those that were asked for stay."""
SHOWN_TITLES = 20
STAGED = ".restore-"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup."""

    path: Path
    made_at: datetime
    reason: Reason

    @property
    def bytes(self) -> int:
        """Its size."""
        return self.path.stat().st_size


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring would do: what would be gone, and what would come back."""

    then: Contents
    gone: list[str]
    back: list[str]


class Backups:
    """The backups of one database, in a folder beside it."""

    def __init__(self, live: Path) -> None:
        self._live = live
        self._folder = live.parent / "backups"
        self._lock = FileLock(self._folder / ".lock")

    def everyone(self) -> list[Backup]:
        """Every backup, newest first."""
        found = [(path, NAME.fullmatch(path.name)) for path in self._folder.glob("papergloss-*.sqlite3")]
        made = [_backup(path, match) for path, match in found if match]
        return sorted(made, key=lambda one: (one.made_at, one.path.name), reverse=True)

    def find(self, name: str) -> Backup:
        """The backup with this name. Raises NotFound."""
        match = NAME.fullmatch(name)
        if match is None or not (self._folder / name).is_file():
            raise NotFound("There is no such backup.", "`papergloss restore --list` names them.")
        return _backup(self._folder / name, match)

    def make(self, reason: Reason = "asked", out: Path | None = None) -> Backup:
        """Makes a backup, checked and whole, here or in `out` (a folder or a new file).

        Raises:
            BadInput: `out` is there already.
            StoreError: it cannot be written.
            StoreCorrupt: the database is damaged.
        """
        with self._alone():
            now = datetime.now(UTC).replace(microsecond=0)
            while (path := self._folder / f"papergloss-{now:{STAMP}}Z-{reason}.sqlite3").exists():
                now += timedelta(seconds=1)
            if out is not None:
                path = out / path.name if out.is_dir() else out
                if path.exists():
                    raise BadInput(f"{path.name} is there already.", "Name another file or a folder.")
            backup.copy(self._live, path)
            self._prune()
            return Backup(path, now, reason)

    def daily(self) -> Backup | None:
        """Makes today's backup where there is none yet, whichever process comes first."""
        with self._alone():
            newest = next((one for one in self.everyone() if one.reason == "daily"), None)
            if newest is not None and datetime.now(UTC) - newest.made_at < DAY:
                return None
            self._sweep(DAY)
            return self.make("daily")

    def newest_good(self) -> Backup | None:
        """The newest backup that is whole, and not of a newer release."""
        for one in self.everyone():
            try:
                backup.check(one.path)
                backup.check_schema(one.path)
            except StoreError:
                continue
            return one
        return None

    def preview(self, path: Path) -> Preview:
        """What restoring a backup would do. Raises StoreError where it cannot be restored."""
        with self._staged(path) as staged:
            then = backup.contents(staged)
        try:
            now = backup.contents(self._live).titles
        except StoreError:
            now = {}
        return Preview(then, _missing(now, then.titles), _missing(then.titles, now))

    def restore(self, path: Path) -> Path:
        """Makes the library what it was. Settings and paired browsers stay; what is now is backed up first.

        Returns:
            What now holds what was there: a backup, or, where the database is damaged, a copy as it is.

        Raises:
            BadInput: papers are being worked on.
            StoreError: the backup is damaged or not of a known schema, or the database cannot be opened.
        """
        with self._alone(), self._staged(path) as staged:
            try:
                _check_idle(self._live)
                backup.make_ours(staged, self._live)
                kept = self.make("before-restore").path
            except StoreCorrupt:
                kept = backup.copy_damaged(self._live, _aside())
            backup.put_back(staged, self._live)
            return kept

    def restore_damaged(self, path: Path) -> Path:
        """The same for a database that cannot be opened; returns under which name it is kept."""
        with self._alone(), self._staged(path) as staged:
            return backup.replace(staged, self._live, _aside())

    def remove(self, name: str) -> None:
        """Deletes a backup. Raises NotFound."""
        self.find(name).path.unlink()

    def remove_all(self) -> None:
        """Deletes every backup, kept damaged databases, and what killed processes left of copies."""
        with self._alone():
            damaged = self._live.parent.glob(f"{self._live.name}.damaged-*")
            for path in (*(one.path for one in self.everyone()), *damaged):
                path.unlink(missing_ok=True)
            self._sweep(timedelta(0))

    def _prune(self) -> None:
        for reason, kept in KEPT.items():
            for old in [one for one in self.everyone() if one.reason == reason][kept:]:
                old.path.unlink(missing_ok=True)

    def _sweep(self, age: timedelta) -> None:
        """Deletes copies that a process began so long ago and, being killed, never finished."""
        oldest = (datetime.now(UTC) - age).timestamp()
        for path in (*self._folder.glob(".papergloss-*"), *self._live.parent.glob(f"{STAGED}*")):
            if path.stat().st_mtime <= oldest:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other thread or process makes or restores a backup: none overwrites another's."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire()
        except OSError as error:
            raise StoreError(f"The backups' folder cannot be used: {error.strerror}.") from error
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _staged(self, path: Path) -> Iterator[Path]:
        """A copy in the newest schema, beside the database so that it can be moved into its place."""
        if not path.is_file():
            raise NotFound("There is no such backup.", "Give a file that `papergloss backup` has made.")
        backup.check(path)
        backup.check_schema(path)
        with tempfile.TemporaryDirectory(dir=self._live.parent, prefix=STAGED) as folder:
            staged = Path(folder) / "staged.sqlite3"
            backup.copy(path, staged)
            Database(staged).close()
            backup.copy(staged, staged.with_name("whole.sqlite3"))
            yield staged.with_name("whole.sqlite3")


def _backup(path: Path, match: re.Match[str]) -> Backup:
    reason: Reason = match[2]  # type: ignore[assignment]
    return Backup(path, datetime.strptime(match[1], STAMP).replace(tzinfo=UTC), reason)


def _aside() -> str:
    return f"damaged-{datetime.now(UTC):{STAMP}}"


def _missing(some: dict[str, str], others: dict[str, str]) -> list[str]:
    return sorted(title for paper, title in some.items() if paper not in others)


def _check_idle(live: Path) -> None:
    if backup.has_open_jobs(live):
        raise BadInput("Papers are being worked on.", "Wait until they are ready, or cancel them.")
