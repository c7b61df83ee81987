"""What arXiv answered, on disk: files named by id and version, each written whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from pydantic import TypeAdapter, ValidationError

from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.record import PaperRecord
from papergloss.errors import StoreError

_ABANDONED_SECONDS = 3600.0
"""No download takes so long (see `Limits.pdf_seconds`), so nobody writes this file any more."""
_RECORD = TypeAdapter(PaperRecord)


class Cache:
    """PDFs, HTML and records of one version are kept for good, "the newest version" for some hours.

    Layout: `pdf/2503.20680v1.pdf`, `html/2503.20680v1.html` (empty: there was none that day),
    `abstract_page/2503.20680v1.json`, `atom/…`; a `/` in an old id is written `_`.
    """

    def __init__(self, folder: Path, fresh: timedelta, missing: timedelta) -> None:
        self._folder = folder
        self._fresh = fresh
        self._missing = missing
        self._sweep()

    def pdf(self, paper: ArxivId) -> Path:
        """Where the PDF of this version is or will be."""
        return self._path("pdf", paper, ".pdf")

    def html(self, paper: ArxivId) -> bytes | None:
        """The stored page; empty where arXiv had none not long ago, None where it is to be asked."""
        path = self._path("html", paper, ".html")
        try:
            page, age = path.read_bytes(), time.time() - path.stat().st_mtime
        except OSError:
            return None
        return page if page or age < self._missing.total_seconds() else None

    def keep_html(self, paper: ArxivId, page: bytes) -> None:
        """Stores the page; an empty one says that there is none."""
        with self.writing(self._path("html", paper, ".html")) as file:
            file.write(page)

    def record(self, source: str, paper: ArxivId, *, stale: bool = False) -> PaperRecord | None:
        """The stored record; `stale` gives it at any age. A damaged file counts as none."""
        try:
            record = _RECORD.validate_json(self._path(source, paper, ".json").read_bytes())
        except (OSError, ValidationError):
            return None
        old = paper.version is None and datetime.now(UTC) - record.fetched_at > self._fresh
        return None if old and not stale else record

    def keep(self, asked: ArxivId, record: PaperRecord) -> None:
        """Stores the record under the version it describes and, if so asked, as the newest."""
        content = _RECORD.dump_json(record)
        for paper in {asked, record.id}:
            with self.writing(self._path(record.source, paper, ".json")) as file:
                file.write(content)

    @contextmanager
    def writing(self, path: Path) -> Iterator[BinaryIO]:
        """A file that takes its name only when the block ends well.

        Raises:
            StoreError: the folder cannot be written, or the disk is full.
        """
        part: Path | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            part = Path(name)
            with os.fdopen(handle, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            raise StoreError(f"The cache cannot be written: {error.strerror}.") from None
        finally:
            if part:
                part.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Removes what a killed process left half written."""
        for part in self._folder.glob("*/*.part"):
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > _ABANDONED_SECONDS:
                    part.unlink()

    def _path(self, kind: str, paper: ArxivId, suffix: str) -> Path:
        return self._folder / kind / (paper.id_with_version.replace("/", "_") + suffix)
