"""Spoilt copies of a paper: each one is read, read in part, or refused with a reason."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pymupdf

from papergloss.errors import NotAPdf, PdfEncrypted, PdfUnreadable
from papergloss.pdf import reader, render
from support import mutations, pdfs

OUTCOMES = {"read", "partial", NotAPdf, PdfEncrypted, PdfUnreadable}


def outcome(data: bytes) -> str | type[Exception]:
    """How reading ends; what was read must draw."""
    try:
        document = reader.read(data)
    except (NotAPdf, PdfEncrypted, PdfUnreadable) as error:
        return "broken" if "broke the reader" in error.detail else type(error)
    kinds = {note.kind for note in document.notes}
    assert "reader_died" not in kinds
    for figure in document.figures[:1]:
        render.figure(data, figure)
    if document.words.text:
        render.passage(data, document.words.page[0], [document.words.rect[0]])
    return "partial" if "partial_pdf" in kinds else "read"


def test_every_spoilt_copy_ends_in_a_known_way() -> None:
    plain = bytes(pymupdf.open(stream=pdfs.paper()).tobytes(expand=True, pretty=True))
    copies = [*mutations.mutants(pdfs.paper(), 30, 1), *mutations.mutants(plain, 30, 2)]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(outcome, copies))
    assert set(found) <= OUTCOMES
    assert {"partial", PdfUnreadable} <= set(found)
