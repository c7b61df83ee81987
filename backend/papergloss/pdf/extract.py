"""One page of the PDF: its lines, its marks, what on it may be hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pymupdf

from papergloss.pdf.document import Page, Rect
from papergloss.pdf.hidden import LONG, Screening, screen, spans
from papergloss.pdf.hollow import Type3Fonts, whiten_none
from papergloss.pdf.line import Line
from papergloss.pdf.lines import FLAGS, SpanKey, read_lines
from papergloss.pdf.marks import Marks, read_marks
from papergloss.pdf.opening import drop_annotations
from papergloss.pdf.outlines import sort_light
from papergloss.pdf.stripes import may_stripe
from papergloss.pdf.unshown import may_hold_more, split
from papergloss.pdf.veils import forms, may_veil, owners


@dataclass(slots=True, eq=False)
class RawPage:
    """What was read from one page."""

    page: Page
    lines: list[Line]
    marks: Marks
    screening: Screening
    words: list[str] | None = None
    """Its words as a copy has them, where it may hold some that were not read: clipped away, or replaced."""
    cleared: tuple[set[SpanKey], list[Line]] | None = None
    """Its lines as they are if every suspect can be seen, and the spans that even then are out of them."""
    printed: list[Rect] = field(default_factory=list)
    """Boxes of the lines that no figure shows (text, captions, running heads), once they are known."""


def read_page(page: pymupdf.Page, fonts: Type3Fonts) -> RawPage:
    """Read one page; suspect text is left out until `reread` clears it."""
    drop_annotations(page)
    number = page.number + 1
    drawn = forms(page)
    for owner in (*owners(page), *drawn):
        whiten_none(page.parent, owner)
    marks = read_marks(page)
    textpage = _textpage(page)
    blocks = textpage.extractDICT()["blocks"]
    contents = page.read_contents()
    clipped = may_stripe(contents, (page.parent.xref_stream(form) or b"" for form in drawn))
    screening = screen(
        tuple(page.rect), blocks, marks, fonts.hollow, veiled=may_veil(page, drawn), clipped=clipped
    )
    _sort_light(screening, blocks, marks)
    words = textpage.extractWORDS()
    lines = read_lines(words, blocks, number, screening.out_of_text)
    size = Page(number, round(page.rect.width, 1), round(page.rect.height, 1))
    raw = RawPage(size, lines, marks, screening)
    if screening.suspects:
        out = {suspect.key for suspect in screening.hidden}
        raw.cleared = out, read_lines(words, blocks, number, out)
    boxes = (line["bbox"] for block in blocks for line in block.get("lines", ()))
    if may_hold_more(page, boxes, marks, contents, drawn):
        raw.words = split(textpage.extractText())
    return raw


def _sort_light(screening: Screening, blocks: list[dict[str, Any]], marks: Marks) -> None:
    light = [
        suspect for suspect in screening.suspects
        if suspect.method == "low_contrast" and len(suspect.text) >= LONG
    ]  # fmt: skip
    if light:
        out = {suspect.key for suspect in (*screening.hidden, *light)}
        seen = [(span["text"], span["bbox"]) for key, span, _ in spans(blocks) if key not in out]
        sort_light(light, seen, [box for kind, box in marks.texts if kind == "stroke-text"])


def reread(page: pymupdf.Page, raw: RawPage) -> None:
    """Take the lines again, now that rendering has settled which suspects are hidden."""
    out = raw.screening.out_of_text
    if raw.cleared and raw.cleared[0] == out:
        raw.lines = raw.cleared[1]
        return
    textpage = _textpage(page)
    blocks = textpage.extractDICT()["blocks"]
    raw.lines = read_lines(textpage.extractWORDS(), blocks, raw.page.number, out)


def _textpage(page: pymupdf.Page) -> pymupdf.TextPage:
    """The page's text as the reader sees it: `get_textpage` forgets a rotation, the display list keeps it."""
    if page.rotation:
        return pymupdf.TextPage(page.get_displaylist().get_textpage(FLAGS))
    return page.get_textpage(flags=FLAGS, clip=pymupdf.INFINITE_RECT())
