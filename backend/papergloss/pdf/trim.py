"""A region cut down to its ink, on a coarse gray picture of the page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import takewhile

import pymupdf

from papergloss.pdf.document import Rect

DPI = 50
"""Dots per inch: one pixel is 1.44 points, enough to find an edge to within the margin."""
MARGIN = 3.0
"""Points of white kept around the ink."""
FEW = 4
"""Pixels: more than the margin."""
WHITE = bytes(255 if gray >= 248 else 0 for gray in range(256))
"""Lighter than 248 of 255 is paper: JPEG noise and anti-aliasing stay above."""


class Ink:
    """Where a page is not white. Bytes operations do what numpy would, at the same speed."""

    def __init__(self, page: pymupdf.Page, within: Rect, not_ink: Iterable[Rect] = ()) -> None:
        """Draws `page` as far as it lies in `within`."""
        pixmap = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY, annots=False, clip=within)
        self._left, self._top = pixmap.x, pixmap.y
        self._width, self._height, self._stride = pixmap.width, pixmap.height, pixmap.stride
        self._scale = DPI / 72
        samples = bytearray(pixmap.samples.translate(WHITE))
        foreign = bytearray(b"\xff" * len(samples))
        for rect in not_ink:
            self._move(samples, foreign, rect)
        self._samples, self._foreign = bytes(samples), bytes(foreign)

    def _move(self, samples: bytearray, foreign: bytearray, rect: Rect) -> None:
        """A page number or a caption is not the figure's."""
        left, right = (round(side * self._scale) - self._left for side in (rect[0] - 1, rect[2] + 1))
        x0, x1 = (min(max(side, 0), self._width) for side in (left, right))
        top = math.floor(rect[1] * self._scale) - self._top
        bottom = math.ceil(rect[3] * self._scale) - self._top
        for y in range(max(0, top), min(self._height, bottom)):
            part = slice(y * self._stride + x0, y * self._stride + x1)
            inked = samples[part]
            if 0 in inked:
                foreign[part] = inked
                samples[part] = b"\xff" * len(inked)

    def trim(self, rect: Rect) -> Rect:
        """`rect` without its white edges; `rect` itself where it holds no ink.

        The margin around the ink ends where other text is printed.
        """
        x0 = max(0, math.floor(rect[0] * self._scale) - self._left)
        y0 = max(0, math.floor(rect[1] * self._scale) - self._top)
        x1 = min(self._width, math.ceil(rect[2] * self._scale) - self._left)
        y1 = min(self._height, math.ceil(rect[3] * self._scale) - self._top)
        rows = [self._samples[y * self._stride + x0 : y * self._stride + x1] for y in range(y0, y1)]
        inked = [index for index, row in enumerate(rows) if 0 in row]
        if not inked:
            return rect
        used = rows[inked[0] : inked[-1] + 1]
        left = x0 + min(row.find(0) for row in used if 0 in row)
        right = x0 + max(row.rfind(0) for row in used) + 1
        top, bottom = y0 + inked[0], y0 + inked[-1] + 1
        margins = (
            self._white(self._column(x, top, bottom) for x in range(left - 1, left - FEW, -1)),
            self._white(self._row(y, left, right) for y in range(top - 1, top - FEW, -1)),
            self._white(self._column(x, top, bottom) for x in range(right, right + FEW)),
            self._white(self._row(y, left, right) for y in range(bottom, bottom + FEW)),
        )
        return (
            (self._left + left) / self._scale - margins[0],
            (self._top + top) / self._scale - margins[1],
            (self._left + right) / self._scale + margins[2],
            (self._top + bottom) / self._scale + margins[3],
        )

    def _white(self, strips: Iterable[bytes]) -> float:
        """Points before the first of `strips` (one pixel each, outwards) that holds other text."""
        white = sum(1 for _ in takewhile(lambda strip: 0 not in strip, strips))
        return min(MARGIN, white / self._scale)

    def _row(self, y: int, x0: int, x1: int) -> bytes:
        return self._foreign[y * self._stride + x0 : y * self._stride + x1] if y >= 0 else b""

    def _column(self, x: int, y0: int, y1: int) -> bytes:
        inside = 0 <= x < self._width
        return self._foreign[y0 * self._stride + x : y1 * self._stride : self._stride] if inside else b""
