"""The one call that reads a PDF."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from papergloss.errors import NotAPdf, PdfError, PdfTooLarge, ReaderDied
from papergloss.pdf import isolation, wire
from papergloss.pdf.document import Document, Note
from papergloss.pdf.frames import Kind
from papergloss.pdf.isolation import DEFAULT_START, Start
from papergloss.pdf.limits import DEFAULT, Limits
from papergloss.pdf.opening import check_bytes

TELL_EVERY = 0.1
"""Seconds between two words on how far the reading is."""
ENDED = (
    "The PDF took more time or memory than it may, or crashed its reader. Figures are rough, and text that "
    "may be hidden is left out."
)
Told = Callable[[int, int], None]
"""Hears how many of how many pages are read."""


def read(
    source: Path | str | bytes,
    limits: Limits = DEFAULT,
    *,
    start: Start = DEFAULT_START,
    progress: Told | None = None,
) -> Document:
    """Read a PDF in a process of its own.

    `progress` hears how many pages of how many are read: at most ten times a second, and at the last.

    When a page ends that process, another one reads the rest: the page is left out, with the note
    `partial_pdf`. When the process ends after the text was read, the Document comes back with the note
    `reader_died`, and everything that only rendering could have cleared is left out of it. All of it
    takes no longer than `limits.wall_seconds` and `limits.wall_each` for each page.

    Raises:
        NotAPdf: empty, HTML, another type of file, or no file at all.
        PdfEncrypted: a password is needed.
        PdfTooLarge: more bytes than `limits.file_bytes`.
        PdfUnreadable: PyMuPDF can make nothing of it.
        ReaderDied: the process hit a limit or crashed before it had any text.
    """
    data = load(source, limits)
    began = time.monotonic()
    allowed = limits
    skip: tuple[int, ...] = ()
    death: PdfError = ReaderDied()
    while True:
        heard = _Heard(progress)
        task = wire.Task("read", allowed, skip=skip)
        ended = False
        try:
            heard.listen(isolation.run(task, data, start))
        except PdfError as error:
            ended, early = True, not heard.text
            if early and not isinstance(error, ReaderDied):
                raise
            if early:
                whole = limits.of(heard.total)
                left = began + whole.wall_seconds - time.monotonic()
                if heard.pages <= max(skip, default=0) or left < whole.wall_seconds / 2:
                    raise
                skip, death, allowed = (*skip, heard.pages), error, replace(whole, wall_seconds=left)
                continue
        document = heard.document(ended=ended)
        if skip and not document.words.text:
            raise death
        return document


class _Heard:
    """What one child said."""

    def __init__(self, progress: Told | None) -> None:
        self.text = self.update = b""
        self.pages = 0
        """The page at which it is, once it has said anything of pages."""
        self.total = 0
        self._progress = progress
        self._told = -math.inf

    def listen(self, frames: Iterable[tuple[Kind, bytes]]) -> None:
        """Take in every frame. Raises what reading them raises."""
        for kind, payload in frames:
            if kind is Kind.DOCUMENT:
                self.text, self.update = payload, b""
            elif kind is Kind.UPDATE:
                self.update = payload
            elif kind is Kind.PROGRESS:
                self._reached(wire.PROGRESS.validate_json(payload))

    def _reached(self, reached: wire.Progress) -> None:
        now = time.monotonic()
        self.pages, self.total = reached.done + 1, reached.total
        if (
            self._progress
            and reached.done
            and (reached.done == reached.total or now - self._told >= TELL_EVERY)
        ):
            self._told = now
            self._progress(reached.done, reached.total)

    def document(self, *, ended: bool = False) -> Document:
        """The Document, with a note where the child ended before it was done. Raises ReaderDied."""
        if not self.text:
            raise ReaderDied()
        document = wire.DOCUMENT.validate_json(self.text)
        if self.update:
            seen = wire.UPDATE.validate_json(self.update)
            document = replace(document, figures=seen.figures, hidden=seen.hidden)
        if ended:
            note = Note("reader_died", ENDED)
            document = replace(document, notes=(*document.notes, note))
        return document


def load(source: Path | str | bytes, limits: Limits = DEFAULT) -> bytes:
    """The file's bytes, checked before anything parses them. Raises NotAPdf or PdfTooLarge."""
    if isinstance(source, bytes):
        check_bytes(source, limits)
        return source
    try:
        path = Path(source)
        if path.stat().st_size > limits.file_bytes:
            raise PdfTooLarge(f"The PDF has more than {limits.file_bytes // 2**20} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise NotAPdf("The file cannot be opened.", "Check the path and that you may read it.") from error
    check_bytes(data, limits)
    return data
