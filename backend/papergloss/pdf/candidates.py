"""Regions that may belong to a caption: one above it, one below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from papergloss.pdf.beside import drawing_beside
from papergloss.pdf.captions import Caption
from papergloss.pdf.content import PageContent
from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import area, grow, overlap_x, overlap_y, share_inside
from papergloss.pdf.lanes import lane_of
from papergloss.pdf.line import union
from papergloss.pdf.marks import RULE_HEIGHT
from papergloss.pdf.profile import Profile

Side = Literal["above", "below", "beside"]
SIDES: tuple[Side, ...] = ("above", "below")
GAP = {"figure": 90.0, "table": 26.0, "algorithm": 30.0}
"""Points between the pieces of one float: subfigure rows stand up to 85 apart, table parts 26."""
FIRST_GAP = 110.0
"""Points between a caption and its float: a low figure beside a high one stands 80 above its caption."""
TALL = 40.0
MOST = 0.4
"""Share of a drawing (higher than TALL points) that must lie on the caption's side."""
NOTE_GAP = 9.0
"""Points between a table's last rule and its notes."""
OVERLAP = 4.0
"""Points by which letters' boxes reach into what stands beside them."""
HEAD_GAP = 2.0
"""Points over a table's first rule, or between two rules that are one algorithm's."""


@dataclass(slots=True)
class Candidate:
    """A region on one side of a caption; `gap` in points, `bounded` where rules enclose it."""

    side: Side
    rect: Rect
    graphics: float
    gap: float
    bounded: bool


def candidates(page: PageContent, caption: Caption, usual: Profile, taken: Sequence[Rect]) -> list[Candidate]:
    """The regions above and below `caption` that hold anything, or the drawing at its side."""
    if caption.paragraph.lines[0].rotated:
        return _turned(page, caption, taken)
    if rect := drawing_beside(page, caption, usual, taken):
        return [Candidate("beside", rect, _graphics(page, rect), 0.0, bounded=True)]
    lane = lane_of(
        page.width, page.paragraphs, [item.paragraph for item in page.captions], caption.paragraph, usual
    )
    mine = caption.paragraph.ink
    walls = [wall for wall in page.obstacles() if wall != mine] + list(taken)
    chains = [chain for chain in page.outer if _in_lane(chain, lane)]
    pieces = [
        piece for piece in page.pieces()
        if (_in_lane(piece, lane) or any(share_inside(piece, chain) > 0.9 for chain in chains))
        and not any(share_inside(piece, other) > 0.6 for other in taken)
    ]  # fmt: skip
    options = []
    for side in SIDES:
        rect = _sweep(page, caption, _limit(mine, lane, walls, side, page.height), pieces, side)
        if rect:
            gap = mine[1] - rect[3] if side == "above" else rect[1] - mine[3]
            rect = _without_neighbours(rect, lane, walls)
            options.append(Candidate(side, rect, _graphics(page, rect), gap, _bounded(page, rect)))
    return options


def _turned(page: PageContent, caption: Caption, taken: Sequence[Rect]) -> list[Candidate]:
    """The same for a caption set sideways: what stands beside it, as far as it is set sideways too."""
    mine = caption.paragraph.rect
    texts = [item for item in page.paragraphs if item.role == "other" and item.lines[0].rotated]
    pieces = [*page.marks.blobs, *(item.rect for item in texts)]
    options = []
    for side in SIDES:
        group: list[Rect] = []
        edge = mine[0] if side == "above" else mine[2]
        for piece in sorted(pieces, key=lambda piece: -piece[2] if side == "above" else piece[0]):
            gap = edge - piece[2] if side == "above" else piece[0] - edge
            beyond = piece[2] <= mine[0] + OVERLAP if side == "above" else piece[0] >= mine[2] - OVERLAP
            free = not any(share_inside(piece, other) > 0.6 for other in taken)
            if beyond and free and gap < GAP[caption.kind]:
                group.append(piece)
                edge = min(edge, piece[0]) if side == "above" else max(edge, piece[2])
        if group:
            rect = union(group)
            gap = mine[0] - rect[2] if side == "above" else rect[0] - mine[2]
            options.append(Candidate(side, rect, _graphics(page, rect), gap, bounded=False))
    return options


def _graphics(page: PageContent, rect: Rect) -> float:
    """Share of `rect` that drawings fill; any rule in it counts as half."""
    filled = sum(area(blob) for blob in page.marks.blobs if share_inside(blob, rect) > 0.9)
    ruled = any(share_inside(rule, rect) > 0.9 for rule in page.marks.rules)
    return filled / max(area(rect), 1.0) + 0.5 * ruled


def _bounded(page: PageContent, rect: Rect) -> bool:
    """Rules say where it ends: it cannot take what belongs to another caption."""
    return any(
        share_inside(rect, grow(chain, NOTE_GAP)) > 0.8 and share_inside(chain, rect) > 0.9
        for chain in page.chains
    )


def _without_neighbours(rect: Rect, lane: Rect, walls: Sequence[Rect]) -> Rect:
    """Cut what a picture's white margin reaches over into the text of the next column."""
    beside = [wall for wall in walls if overlap_y(wall, rect) > 0.5 * (wall[3] - wall[1])]
    x0, x1 = rect[0], rect[2]
    if x0 < lane[0] and any(wall[0] < lane[0] and wall[2] > x0 for wall in beside):
        x0 = lane[0]
    if x1 > lane[2] and any(wall[2] > lane[2] and wall[0] < x1 for wall in beside):
        x1 = lane[2]
    return (x0, rect[1], x1, rect[3])


def _in_lane(piece: Rect, lane: Rect) -> bool:
    width = max(piece[2] - piece[0], 0.1)
    return overlap_x(piece, lane) > 0.55 * width


def _sweep(
    page: PageContent, caption: Caption, limit: float, pieces: Sequence[Rect], side: Side
) -> Rect | None:
    """Collect pieces away from the caption until running text, a wide gap or the page's end stops it."""
    mine = caption.paragraph.ink
    low, high = (limit, mine[1]) if side == "above" else (mine[3], limit)
    inside = [part for piece in pieces if (part := _between(piece, low, high))]
    inside.sort(key=lambda piece: -piece[3] if side == "above" else piece[1])
    group: list[Rect] = []
    edge = mine[1] if side == "above" else mine[3]
    for piece in inside:
        gap = edge - piece[3] if side == "above" else piece[1] - edge
        if gap > (GAP[caption.kind] if group else FIRST_GAP) or _past_table(page, caption, group, piece):
            break
        group.append(piece)
        edge = min(edge, piece[1]) if side == "above" else max(edge, piece[3])
    if not group:
        return None
    rect = union(group)
    rect = (rect[0], max(rect[1], low), rect[2], min(rect[3], high))
    return rect if rect[3] - rect[1] > 6 and rect[2] - rect[0] > 20 else None


def _between(piece: Rect, low: float, high: float) -> Rect | None:
    """The part of `piece` between the caption and the limit; None where most of it lies beyond.

    Pictures' boxes reach into the text around them: white margins, strokes cut by a clip.
    """
    height = piece[3] - piece[1]
    if piece[1] >= low - 2 and piece[3] <= high + 2:
        return piece
    inside = min(piece[3], high) - max(piece[1], low)
    if inside < (MOST if height > TALL else 0.8) * height:
        return None
    return (piece[0], max(piece[1], low), piece[2], min(piece[3], high))


def _past_table(page: PageContent, caption: Caption, group: Sequence[Rect], piece: Rect) -> bool:
    """Whether `piece` stands beyond the rules that close the caption's table."""
    if caption.kind == "figure" or not group:
        return False
    so_far = union(group)
    below = piece[1] > so_far[1]
    next_head = caption.kind == "algorithm" and piece[3] - piece[1] < RULE_HEIGHT
    for chain in page.outer:
        if share_inside(chain, so_far) > 0.95 and overlap_y(chain, piece) < 0:
            return -overlap_y(piece, so_far) > (NOTE_GAP if below and not next_head else HEAD_GAP)
    return False


def _limit(mine: Rect, lane: Rect, walls: Sequence[Rect], side: Side, height: float) -> float:
    near = [
        wall
        for wall in walls
        if overlap_x(wall, lane) > 0.1 * (wall[2] - wall[0]) and overlap_x(wall, lane) > 4
    ]
    middle = (mine[1] + mine[3]) / 2
    if side == "above":
        return max(
            (wall[3] for wall in near if (wall[1] + wall[3]) / 2 < middle and wall[3] <= mine[1] + 6),
            default=0.0,
        )
    return min(
        (wall[1] for wall in near if (wall[1] + wall[3]) / 2 > middle and wall[1] >= mine[3] - 6),
        default=height,
    )
