"""Opening a PDF: what is not one, what is locked, what was mended."""

from __future__ import annotations

import pymupdf

from papergloss.errors import NotAPdf, PdfEncrypted, PdfTooLarge, PdfUnreadable
from papergloss.pdf.layers import obey_expressions
from papergloss.pdf.limits import DEFAULT, Limits

HEADER_WITHIN = 1024
"""Acrobat accepts `%PDF-` anywhere in the first 1,024 bytes; so do the viewers that followed it."""


def check_bytes(data: bytes, limits: Limits = DEFAULT) -> None:
    """Say what `data` is, before anything parses it.

    Raises:
        NotAPdf: empty, HTML, or another type of file.
        PdfTooLarge: more bytes than the cap.
    """
    if not data:
        raise NotAPdf("The file is empty.")
    if len(data) > limits.file_bytes:
        raise PdfTooLarge(f"The PDF has more than {limits.file_bytes // 2**20} MB.")
    head = data[:HEADER_WITHIN]
    if b"%PDF-" not in head:
        start = head.lstrip().lower()
        if start.startswith((b"<!doctype html", b"<html", b"<?xml")):
            raise NotAPdf(
                "This is a web page, not a PDF.", "Open the address in a browser to see what it says."
            )
        raise NotAPdf("The file does not begin like a PDF.")


def open_pdf(data: bytes, limits: Limits = DEFAULT) -> pymupdf.Document:
    """Open `data` without printing MuPDF's complaints.

    Raises:
        NotAPdf, PdfTooLarge: see `check_bytes`.
        PdfEncrypted: a password is needed to see the pages.
        PdfUnreadable: PyMuPDF finds no page in it.
    """
    check_bytes(data, limits)
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        pdf = pymupdf.open(stream=data, filetype="pdf")
        locked, count = bool(pdf.needs_pass), 0 if pdf.needs_pass else pdf.page_count
    except (pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError) as error:
        raise PdfUnreadable("The PDF is too damaged to open.") from error
    if locked:
        raise PdfEncrypted()
    if count < 1:
        raise PdfUnreadable("The PDF has no pages.")
    obey_expressions(pdf)
    return pdf


def drop_annotations(page: pymupdf.Page) -> None:
    """Take highlights, notes and form fields out of the page (in memory): they are not the paper's."""
    annotation = page.first_annot
    while annotation:
        annotation = page.delete_annot(annotation)
    field = page.first_widget
    while field:
        field = page.delete_widget(field)
