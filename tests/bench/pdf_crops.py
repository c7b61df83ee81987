"""Whether a crop is right: nothing of the figure cut off, nothing foreign inside.

The truth's box is tight to the figure's ink; the reader keeps a margin of 3 points. A crop is
- cut, when ink of the figure lies more than `CUT` points outside it,
- foreign, when it holds ink more than `REACH` points outside the truth's box,
- ragged, when it holds foreign ink within its margin: slivers of a neighbour's letters. A ragged crop
  still counts as right; it is counted apart,
- loose, when it and the truth with the margin overlap by less than `LEAST_IOU`.
"""

from __future__ import annotations

from dataclasses import dataclass

import pymupdf

from papergloss.pdf.document import Rect

SCALE = 2.0
"""Pixels a point: thin rules and descenders show."""
PAPER = bytes(255 if gray >= 248 else 0 for gray in range(256))
MARGIN = 3.0
CUT = 1.5
REACH = 4.5
"""The margin and one pixel of the reader's coarse picture (1.44 points)."""
TOUCH = 0.8
"""Anti-aliasing around the truth's own ink."""
LEAST_IOU = 0.8
LEAST_INK = 3
"""Dark pixels; fewer are noise."""


class Inked:
    """A page as dark and white pixels, annotations left out."""

    def __init__(self, page: pymupdf.Page) -> None:
        matrix = pymupdf.Matrix(SCALE, SCALE)
        pixmap = page.get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY, annots=False)
        self._width, self._height = pixmap.width, pixmap.height
        self._samples = pixmap.samples.translate(PAPER)

    def dark(self, rect: Rect) -> int:
        """How many dark pixels lie in `rect` (points)."""
        x0, x1 = (min(max(round(side * SCALE), 0), self._width) for side in (rect[0], rect[2]))
        y0, y1 = (min(max(round(side * SCALE), 0), self._height) for side in (rect[1], rect[3]))
        rows = range(y0 * self._width, max(y0, y1) * self._width, self._width)
        return sum(self._samples.count(0, row + x0, row + max(x0, x1)) for row in rows)


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a crop, by side; `right` when nothing is."""

    faults: tuple[str, ...]
    ragged: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the crop is what a careful person would have cut out."""
        return not self.faults


def grown(rect: Rect, by: float) -> Rect:
    """`rect` with `by` points more on every side."""
    return (rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by)


def iou(a: Rect, b: Rect) -> float:
    """Intersection over union of two boxes."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    areas = sum((r[2] - r[0]) * (r[3] - r[1]) for r in (a, b))
    return width * height / (areas - width * height)


def strips(outer: Rect, inner: Rect) -> dict[str, Rect]:
    """The parts of `outer` beyond each side of `inner`, named by side; sides without one are absent."""
    x0, y0, x1, y1 = outer
    beyond = {
        "top": (x0, y0, x1, min(inner[1], y1)),
        "bottom": (x0, max(inner[3], y0), x1, y1),
        "left": (x0, y0, min(inner[0], x1), y1),
        "right": (max(inner[2], x0), y0, x1, y1),
    }
    return {side: rect for side, rect in beyond.items() if rect[0] < rect[2] and rect[1] < rect[3]}


def judge(ink: Inked, crop: Rect, true: Rect) -> Verdict:
    """Holds a crop against the truth on the page's ink."""
    faults = [
        f"cut {side}, {_depth(side, crop, true):.0f} pt"
        for side, rect in strips(true, grown(crop, CUT)).items()
        if ink.dark(rect) > LEAST_INK
    ]
    faults += [
        f"foreign {side}, {_depth(side, true, crop):.0f} pt"
        for side, rect in strips(crop, grown(true, REACH)).items()
        if ink.dark(rect) > LEAST_INK
    ]
    if not faults and iou(crop, grown(true, MARGIN)) < LEAST_IOU:
        faults.append("loose")
    near = grown(true, REACH)
    kept: Rect = (max(crop[0], near[0]), max(crop[1], near[1]), min(crop[2], near[2]), min(crop[3], near[3]))
    ragged = [side for side, rect in strips(kept, grown(true, TOUCH)).items() if ink.dark(rect) > LEAST_INK]
    return Verdict(tuple(faults), tuple(ragged))


def _depth(side: str, short: Rect, long: Rect) -> float:
    """By how many points `long` reaches beyond `short` on one side."""
    index = ("left", "top", "right", "bottom").index(side)
    return abs(short[index] - long[index])
