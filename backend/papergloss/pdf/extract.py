"""One page of the PDF: its lines, its marks, what on it may be hidden."""

from __future__ import annotations

from dataclasses import dataclass, field

import pymupdf

from papergloss.pdf.document import Page, Rect
from papergloss.pdf.hidden import Screening, screen
from papergloss.pdf.line import Line
from papergloss.pdf.lines import FLAGS, read_lines
from papergloss.pdf.marks import Marks, read_marks
from papergloss.pdf.opening import drop_annotations
from papergloss.pdf.unshown import may_hold_more
from papergloss.pdf.veils import forms, may_veil


@dataclass(slots=True, eq=False)
class RawPage:
    """What was read from one page."""

    page: Page
    lines: list[Line]
    marks: Marks
    screening: Screening
    unread: bool
    """It may hold text of which no word was read: clipped away, or replaced by other words."""
    printed: list[Rect] = field(default_factory=list)
    """Boxes of the lines that no figure shows (text, captions, running heads), once they are known."""


def read_page(page: pymupdf.Page) -> RawPage:
    """Read one page; suspect text is left out until `reread` clears it."""
    drop_annotations(page)
    number = page.number + 1
    marks = read_marks(page)
    textpage = _textpage(page)
    blocks = textpage.extractDICT()["blocks"]
    drawn = forms(page)
    screening = screen(tuple(page.rect), blocks, marks, veiled=may_veil(page, drawn))
    lines = read_lines(textpage, blocks, number, screening.out_of_text)
    size = Page(number, round(page.rect.width, 1), round(page.rect.height, 1))
    boxes = (line["bbox"] for block in blocks for line in block.get("lines", ()))
    return RawPage(size, lines, marks, screening, may_hold_more(page, boxes, marks, drawn))


def reread(page: pymupdf.Page, raw: RawPage) -> None:
    """Read the lines again, now that rendering has settled which suspects are hidden."""
    textpage = _textpage(page)
    raw.lines = read_lines(
        textpage, textpage.extractDICT()["blocks"], raw.page.number, raw.screening.out_of_text
    )


def _textpage(page: pymupdf.Page) -> pymupdf.TextPage:
    """The page's text as the reader sees it: `get_textpage` forgets a rotation, the display list keeps it."""
    if page.rotation:
        return pymupdf.TextPage(page.get_displaylist().get_textpage(FLAGS))
    return page.get_textpage(flags=FLAGS, clip=pymupdf.INFINITE_RECT())
