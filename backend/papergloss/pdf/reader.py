"""The one call that reads a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from papergloss.errors import NotAPdf, PdfTooLarge, ReaderDied
from papergloss.pdf import isolation, wire
from papergloss.pdf.document import Document, Note
from papergloss.pdf.frames import Kind
from papergloss.pdf.isolation import DEFAULT_START, Start
from papergloss.pdf.limits import DEFAULT, Limits
from papergloss.pdf.opening import check_bytes


def read(
    source: Path | str | bytes,
    limits: Limits = DEFAULT,
    *,
    start: Start = DEFAULT_START,
    progress: Callable[[int, int], None] | None = None,
) -> Document:
    """Read a PDF in a process of its own.

    `progress` hears how many pages of how many are read: at most ten times a second, and at the last.

    When that process dies after the text was read, the Document comes back with the note `reader_died`,
    and everything that only rendering could have cleared is left out of it.

    Raises:
        NotAPdf: empty, HTML, another type of file, or no file at all.
        PdfEncrypted: a password is needed.
        PdfTooLarge: more bytes than `limits.file_bytes`.
        PdfUnreadable: PyMuPDF can make nothing of it.
        ReaderDied: the process hit a limit or crashed before it had any text.
    """
    data = load(source, limits)
    text = update = None
    try:
        for kind, payload in isolation.run(wire.Task("read", limits), data, start):
            if kind is Kind.DOCUMENT:
                text, update = payload, None
            elif kind is Kind.UPDATE:
                update = payload
            elif kind is Kind.PROGRESS and progress:
                reached = wire.PROGRESS.validate_json(payload)
                progress(reached.done, reached.total)
    except ReaderDied as death:
        if text is None:
            raise
        document = wire.DOCUMENT.validate_json(text)
        note = Note(
            "reader_died", f"{death.detail} Figures are rough, and text that may be hidden is left out."
        )
        return replace(document, notes=(*document.notes, note))
    if text is None:
        raise ReaderDied()
    document = wire.DOCUMENT.validate_json(text)
    if update is not None:
        seen = wire.UPDATE.validate_json(update)
        document = replace(document, figures=seen.figures, hidden=seen.hidden)
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
