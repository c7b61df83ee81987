"""What goes wrong with a PDF file."""

from __future__ import annotations

from papergloss.errors.base import PaperGlossError


class PdfError(PaperGlossError):
    """The PDF could not be read."""

    type = "pdf"
    title = "The PDF could not be read"
    status = 422
    default_hint = "Open the PDF in a viewer to see whether it is damaged."


class NotAPdf(PdfError):
    """Empty, HTML, or another type of file."""

    type = "not-a-pdf"
    title = "This is not a PDF"


class PdfEncrypted(PdfError):
    """A password is needed."""

    type = "pdf-encrypted"
    title = "The PDF is locked with a password"
    default_hint = "Save an unlocked copy and use that."


class PdfTooLarge(PdfError):
    """Over a cap (bytes)."""

    type = "pdf-too-large"
    title = "The PDF is too large"
    status = 413
    default_hint = "Split the PDF and read it in parts."


class PdfUnreadable(PdfError):
    """PyMuPDF can make nothing of it."""

    type = "pdf-unreadable"
    title = "The PDF is damaged"


class ReaderDied(PdfError):
    """The reading process hit its time, CPU or memory limit, or crashed."""

    type = "reader-died"
    title = "Reading the PDF took too much time or memory"
