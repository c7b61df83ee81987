"""Reading a PDF in this process: its text first, then a look at its pages."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace

import pymupdf

from papergloss.pdf import furniture, hidden, layers, looking, unshown
from papergloss.pdf.document import Document, Figure, HiddenText, Note, Page, Rect
from papergloss.pdf.extract import RawPage, read_page, reread
from papergloss.pdf.figure_order import in_order
from papergloss.pdf.geometry import grow, rounded, share_inside, touches
from papergloss.pdf.hidden import Screening
from papergloss.pdf.hollow import Type3Fonts
from papergloss.pdf.limits import Limits
from papergloss.pdf.line import union
from papergloss.pdf.marks import Marks
from papergloss.pdf.opening import open_pdf
from papergloss.pdf.raw import Reading
from papergloss.pdf.steps import assemble
from papergloss.pdf.trim import MARGIN, Ink

Told = Callable[[int, int], None]
"""Hears how many of how many pages are read."""
MUPDF_ERRORS = (RuntimeError, ValueError, MemoryError, pymupdf.mupdf.FzErrorBase)
MOST_RULES = 2000
"""Straight lines kept of a table: 60 rows of 24 columns drawn cell by cell have fewer."""
DAMAGE = re.compile(
    r"syntax error in content stream|zlib error|malloc of|calloc of|premature end|cannot find page"
)
"""What MuPDF says when part of a page's content is lost; its other complaints cost no text."""


def read_bytes(
    data: bytes, limits: Limits, progress: Told | None = None, skip: Container[int] = ()
) -> Iterator[Document]:
    """Read `data` in this process: first the text as a Document, then the same after looking at the pages.

    The second one has figures trimmed to ink and suspect text settled. `progress` hears after each page
    how many of how many are read; those in `skip` are left out. Raises what `open_pdf` raises.
    """
    pdf = open_pdf(data, limits)
    reading = _start(pdf, data, limits)
    reading.pages = _pages(pdf, reading, progress or _unheard, skip)
    reading.page_rules = furniture.drop_page_rules([raw.marks for raw in reading.pages])
    document = assemble(reading)
    yield replace(document, figures=in_order(document.figures), hidden=_hidden(reading, document.figures))
    if _settle(pdf, reading):
        document = assemble(reading)
    figures = _trim(pdf, document, reading)
    yield replace(
        document, figures=in_order(figures), hidden=(*_hidden(reading, figures), *_unshown(pdf, reading))
    )


def _start(pdf: pymupdf.Document, data: bytes, limits: Limits) -> Reading:
    remarks = []
    if pdf.is_repaired:
        remarks.append(
            Note("partial_pdf", "The file was damaged and had to be repaired: parts may be missing.")
        )
    if pdf.page_count > limits.pages:
        remarks.append(
            Note("page_cap", f"Only the first {limits.pages} of {pdf.page_count} pages were read.")
        )
    try:
        outline = [(level, title, page) for level, title, page, *_ in pdf.get_toc()]
    except MUPDF_ERRORS:
        outline = []
    return Reading(hashlib.sha256(data).hexdigest(), pdf.page_count, [], outline, remarks, limits)


def _unheard(done: int, total: int) -> None:
    pass


def _pages(pdf: pymupdf.Document, reading: Reading, progress: Told, skip: Container[int]) -> list[RawPage]:
    """Every page up to the cap; a broken one stays empty and is told."""
    pages = []
    fonts = Type3Fonts(pdf)
    total = min(pdf.page_count, reading.limits.pages)
    progress(0, total)
    for number in range(1, total + 1):
        pymupdf.TOOLS.mupdf_warnings(True)
        try:
            raw = _unread(number) if number in skip else read_page(pdf[number - 1], fonts)
            broken = number in skip or bool(DAMAGE.search(pymupdf.TOOLS.mupdf_warnings(True)))
        except MUPDF_ERRORS:
            raw, broken = _unread(number), True
        pages.append(raw)
        progress(number, total)
        if broken:
            reading.notes.append(
                Note("partial_pdf", f"Page {number} is damaged: parts of it are missing.", number)
            )
    return pages


def _unread(number: int) -> RawPage:
    return RawPage(Page(number, 0.0, 0.0), [], Marks(), Screening())


def _settle(pdf: pymupdf.Document, reading: Reading) -> bool:
    """Look at the pages with suspect text; True when any text turned out visible.

    On a page that cannot be drawn the suspects stay out of the text.
    """
    changed = False
    for raw in reading.pages:
        if raw.screening.suspects:
            with contextlib.suppress(*MUPDF_ERRORS):
                page = pdf[raw.page.number - 1]
                if looking.settle(page, raw.screening):
                    reread(page, raw)
                    changed = True
        raw.cleared = None
    return changed


def _hidden(reading: Reading, figures: Sequence[Figure]) -> tuple[HiddenText, ...]:
    regions_of: dict[int, list[Rect]] = {}
    for figure in figures:
        regions_of.setdefault(figure.page, []).append(figure.rect)
    pages = ((raw.page.number, raw.screening) for raw in reading.pages)
    return tuple(run for n, screening in pages for run in hidden.report(n, screening, regions_of.get(n, ())))


def _unshown(pdf: pymupdf.Document, reading: Reading) -> list[HiddenText]:
    found = [
        text for raw in reading.pages if raw.words is not None
        for text in unshown.clipped_and_replaced(pdf[raw.page.number - 1], raw.words)
    ]  # fmt: skip
    return [*found, *layers.switched_off(pdf, [raw.page.number for raw in reading.pages])]


def _trim(pdf: pymupdf.Document, document: Document, reading: Reading) -> tuple[Figure, ...]:
    """The figures cut to their ink; the text around them counts as paper."""
    printed = {raw.page.number: raw.printed for raw in reading.pages}
    near: dict[int, list[Rect]] = {}
    for figure in document.figures:
        near.setdefault(figure.page, []).append(grow(figure.rect, 2 * MARGIN))
    marks = {raw.page.number: raw.marks for raw in reading.pages}
    trimmed: list[Figure] = []
    ink: Ink | None = None
    seen = 0
    for figure in document.figures:
        if seen != figure.page:
            seen = figure.page
            texts = (text for text in printed[seen] if any(touches(text, at) for at in near[seen]))
            ink = _ink(pdf[seen - 1], union(near[seen]), texts)
        rect = rounded(ink.trim(figure.rect)) if ink else figure.rect
        trimmed.append(replace(figure, rect=rect, rules=_rules(figure, rect, marks[seen])))
    return tuple(trimmed)


def _rules(figure: Figure, rect: Rect, marks: Marks) -> tuple[Rect, ...]:
    """The straight lines within a table's region."""
    if figure.kind != "table":
        return ()
    around = grow(rect, MARGIN)
    found = [
        rounded(line)
        for line in (*marks.rules, *marks.bars)
        if touches(line, around) and share_inside(line, around) > 0.9
    ]
    return tuple(sorted(found, key=lambda line: line[1]))[:MOST_RULES]


def _ink(page: pymupdf.Page, within: Rect, texts: Iterable[Rect]) -> Ink | None:
    """None for a page that cannot be drawn: its figures keep the regions found without looking."""
    try:
        return Ink(page, within, texts)
    except MUPDF_ERRORS:
        return None
