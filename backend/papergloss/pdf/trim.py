"""A region cut down to its ink, on a coarse gray picture of the page."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pymupdf

from papergloss.pdf.document import Rect

DPI = 50
"""Dots per inch: one pixel is 1.44 points, enough to find an edge to within the margin."""
MARGIN = 3.0
"""Points of white kept around the ink."""
WHITE = bytes(255 if gray >= 248 else 0 for gray in range(256))
"""Lighter than 248 of 255 is paper: JPEG noise and anti-aliasing stay above."""


class Ink:
    """Where a page is not white. Bytes operations do what numpy would, at the same speed."""

    def __init__(self, page: pymupdf.Page, not_ink: Iterable[Rect] = ()) -> None:
        pixmap = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY, annots=False)
        self._width, self._height, self._stride = pixmap.width, pixmap.height, pixmap.stride
        self._scale = DPI / 72
        samples = bytearray(pixmap.samples.translate(WHITE))
        for rect in not_ink:
            self._erase(samples, rect)
        self._samples = bytes(samples)

    def _erase(self, samples: bytearray, rect: Rect) -> None:
        """A page number or a caption is not the figure's."""
        x0, x1 = (min(max(round(side * self._scale), 0), self._width) for side in (rect[0] - 1, rect[2] + 1))
        for y in range(
            max(0, int(rect[1] * self._scale) - 1), min(self._height, int(rect[3] * self._scale) + 2)
        ):
            samples[y * self._stride + x0 : y * self._stride + x1] = b"\xff" * max(0, x1 - x0)

    def trim(self, rect: Rect) -> Rect:
        """`rect` without its white edges; `rect` itself where it holds no ink."""
        x0, y0 = max(0, math.floor(rect[0] * self._scale)), max(0, math.floor(rect[1] * self._scale))
        x1 = min(self._width, math.ceil(rect[2] * self._scale))
        y1 = min(self._height, math.ceil(rect[3] * self._scale))
        rows = [self._samples[y * self._stride + x0 : y * self._stride + x1] for y in range(y0, y1)]
        inked = [index for index, row in enumerate(rows) if 0 in row]
        if not inked:
            return rect
        used = rows[inked[0] : inked[-1] + 1]
        left = min(row.find(0) for row in used if 0 in row)
        right = max(row.rfind(0) for row in used)
        top, bottom = y0 + inked[0], y0 + inked[-1] + 1
        points = (
            (x0 + left) / self._scale,
            top / self._scale,
            (x0 + right + 1) / self._scale,
            bottom / self._scale,
        )
        return (points[0] - MARGIN, points[1] - MARGIN, points[2] + MARGIN, points[3] + MARGIN)
