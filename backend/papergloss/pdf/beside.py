"""Captions set in a narrow block at the side of their figure."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.pdf.captions import Caption
from papergloss.pdf.content import PageContent
from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import grow, overlap_x, overlap_y, share_inside, touches
from papergloss.pdf.line import union
from papergloss.pdf.profile import Profile

NARROW = 0.55
"""Share of the column: half of it, as a figure and its caption side by side take."""
LINES = 3
"""Fewer are a short title, which says nothing of the place where it was set."""
AWAY = 40.0
"""Points between a caption and a drawing beside it; above or below one it is that one's."""
LABELS = 12.0
"""Points around a drawing in which its labels stand."""


def drawing_beside(page: PageContent, caption: Caption, usual: Profile, taken: Sequence[Rect]) -> Rect | None:
    """The drawing at the side of `caption`; None where the caption stands under or over one."""
    mine = caption.paragraph.ink
    x0, x1 = usual.column_of(mine)
    if len(caption.paragraph.lines) < LINES or mine[2] - mine[0] > NARROW * (x1 - x0):
        return None
    drawings = [
        rect for rect in page.drawings() if not any(share_inside(rect, other) > 0.6 for other in taken)
    ]
    if any(overlap_x(rect, mine) > 4 and overlap_y(rect, mine) > -AWAY for rect in drawings):
        return None
    level = [
        rect for rect in drawings
        if overlap_y(rect, mine) > 0.5 * (mine[3] - mine[1]) and -AWAY < overlap_x(rect, mine) <= 4
        and rect[0] > x0 - LABELS and rect[2] < x1 + LABELS
    ]  # fmt: skip
    others = [other.paragraph.ink for other in page.captions if other is not caption]
    if len(level) != 1 or any(
        overlap_x(other, level[0]) > 20 and overlap_y(other, level[0]) > -AWAY for other in others
    ):
        return None
    around = grow(level[0], LABELS)
    labels = [
        piece for piece in page.pieces() if share_inside(piece, around) > 0.6 and not touches(piece, mine)
    ]
    return union([level[0], *labels])
