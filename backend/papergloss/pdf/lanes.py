"""The strip of the page in which a caption's float may stand."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import overlap_x, overlap_y
from papergloss.pdf.paragraphs import Paragraph
from papergloss.pdf.profile import Profile

BESIDE = 40.0
"""Points; narrower lines beside a caption are no running text."""


def lane_of(
    width: float,
    paragraphs: Sequence[Paragraph],
    captions: Sequence[Paragraph],
    caption: Paragraph,
    usual: Profile,
) -> Rect:
    """The x-extent (as a rectangle of the caption's height) for the float of `caption`.

    Outer columns reach to the page's edge: wide figures stand out of the text area. Captions side by
    side share their column at the middle between them; running text beside a caption ends the lane.
    """
    mine = caption.rect
    x0, x1 = usual.column_of(mine)
    gutter = _gutter(usual)
    left = 0.0 if x0 <= usual.left + 5 else gutter
    right = width if x1 >= usual.right - 5 else gutter
    for other in captions:
        if other is not caption and overlap_y(other.rect, mine) > 3 and overlap_x(other.rect, mine) < 0:
            left, right = _cut(left, right, mine, other.rect)
    beside = [
        line.rect
        for paragraph in paragraphs
        if paragraph.role == "body" and overlap_y(paragraph.rect, mine) > 0
        for line in paragraph.lines
        if overlap_y(line.rect, mine) > 0.5 * line.height and line.width > BESIDE
    ]
    left = max([left, *(rect[2] for rect in beside if rect[2] <= mine[0] + 2)])
    right = min([right, *(rect[0] for rect in beside if rect[0] >= mine[2] - 2)])
    return (left, mine[1], right, mine[3])


def _gutter(usual: Profile) -> float:
    if len(usual.columns) == 2:
        return (usual.columns[0][1] + usual.columns[1][0]) / 2
    return (usual.left + usual.right) / 2


def _cut(left: float, right: float, mine: Rect, other: Rect) -> tuple[float, float]:
    if other[0] >= mine[2]:
        return left, min(right, (mine[2] + other[0]) / 2)
    return max(left, (other[2] + mine[0]) / 2), right
