"""Text under a picture: seen only if the page looks otherwise without it."""

from __future__ import annotations

from collections.abc import Sequence

import pymupdf

from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import grow
from papergloss.pdf.line import union

DPI = 90
CHANGE = 24
"""Gray levels that at least one pixel of a text's box changes by, if the text can be seen."""


def without_effect(page: pymupdf.Page, rects: Sequence[Rect]) -> list[bool]:
    """For each of `rects` whether its text could go and the page would look the same."""
    with pymupdf.open() as copy:
        copy.insert_pdf(page.parent, from_page=page.number, to_page=page.number)
        bare = copy[0]
        clip = pymupdf.Rect(grow(union(rects), 2))
        before = _picture(bare, clip)
        for rect in rects:
            bare.add_redact_annot(pymupdf.Rect(rect) * bare.derotation_matrix, fill=False, cross_out=False)
        bare.apply_redactions(images=0, graphics=0)  # neither goes
        after = _picture(bare, clip)
        return [_same(before, after, rect) for rect in rects]


def _picture(page: pymupdf.Page, clip: pymupdf.Rect) -> pymupdf.Pixmap:
    return page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY, annots=False, clip=clip)


def _same(before: pymupdf.Pixmap, after: pymupdf.Pixmap, rect: Rect) -> bool:
    left, top, right, bottom = (round(side * DPI / 72) for side in rect)
    x0, x1 = max(0, left - before.x), min(before.width, right + 1 - before.x)
    for y in range(max(0, top - before.y), min(before.height, bottom + 1 - before.y)):
        row = slice(y * before.stride + x0, y * before.stride + x1)
        pairs = zip(before.samples_mv[row], after.samples_mv[row], strict=True)
        if any(abs(one - other) >= CHANGE for one, other in pairs):
            return False
    return True
