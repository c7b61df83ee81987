"""Deleting for ever: rows, index, events, readings, pictures, copies of files and, if asked, backups."""

from __future__ import annotations

import glob
import re
import shutil
from datetime import UTC, datetime, timedelta

from papergloss.config import Config
from papergloss.jobs.originals import PREFIX, Originals
from papergloss.library.backups import Backups
from papergloss.library.papers import found
from papergloss.library.undo import DAYS
from papergloss.store import erasing, holding, papers
from papergloss.store.database import Database
from papergloss.store.pictures import picture_file


class Erasing:
    """What goes so that nothing of it is left on the disk."""

    def __init__(self, database: Database, config: Config, backups: Backups) -> None:
        self._database = database
        self._config = config
        self._backups = backups

    def paper(self, paper: str) -> int:
        """Erases one paper. Raises NotFound."""
        with self._database.write() as connection:
            gone = erasing.rows(connection, [found(connection, paper).n])
        return self._finish(gone)

    def trash(self) -> int:
        """Erases what is in the trash, and traces of what was erased before; returns how many papers went."""
        gone = self._trash(datetime.now(UTC))
        if not gone:
            self._database.wipe()
        return gone

    def old_trash(self) -> int:
        """Erases what has been in the trash for more than 30 days."""
        return self._trash(datetime.now(UTC) - timedelta(days=DAYS))

    def everything(self) -> int:
        """Erases every paper, and all that was fetched and drawn. Settings and pairings stay."""
        with self._database.write() as connection:
            numbers = erasing.all_papers(connection)
            erasing.rows(connection, numbers)
            erasing.leftovers(connection)
        for folder in (self._config.figures, self._config.originals, self._config.arxiv_cache):
            shutil.rmtree(folder, ignore_errors=True)
        self._database.wipe()
        return len(numbers)

    def backups(self) -> None:
        """Erases every backup, and what is like one."""
        self._backups.remove_all()

    def _trash(self, before: datetime) -> int:
        with self._database.write() as connection:
            holding.forget(connection, datetime.now(UTC), DAYS)
            erasing.trashed_parts(connection, before)
            gone = erasing.rows(connection, papers.trashed_before(connection, before))
        return self._finish(gone)

    def _finish(self, gone: erasing.Gone) -> int:
        """The files go after the rows: killed in between, a file without a row is left, not the reverse."""
        for digest in gone.pictures:
            picture_file(self._config.figures, digest).unlink(missing_ok=True)
        for paper in gone.papers:
            self._files(paper)
        if gone.papers:
            self._database.wipe()
        return len(gone.papers)

    def _files(self, paper: str) -> None:
        if paper.startswith(PREFIX):
            Originals(self._config.originals).remove(paper)
            return
        name = paper.replace("/", "_")
        of_paper = re.compile(re.escape(name) + r"(v\d+)?\.\w+")
        for path in self._config.arxiv_cache.rglob(f"{glob.escape(name)}*"):
            if of_paper.fullmatch(path.name):
                path.unlink(missing_ok=True)
