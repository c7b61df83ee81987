"""Where the figure, table or algorithm of a caption stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from papergloss.pdf.captions import Caption
from papergloss.pdf.classify import FRAME
from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import area, grow, overlap_x, overlap_y, share_inside
from papergloss.pdf.lanes import lane_of
from papergloss.pdf.lines import union
from papergloss.pdf.marks import Marks
from papergloss.pdf.paragraphs import Paragraph
from papergloss.pdf.profile import Profile

Side = Literal["above", "below"]
GAP = {"figure": 90.0, "table": 26.0, "algorithm": 30.0}
"""Points between the pieces of one float: subfigure rows stand up to 85 apart, table parts 26."""
FIRST_GAP = 110.0
"""Points between a caption and its float: a low figure beside a high one stands 80 above its caption."""
NOTE_GAP = 9.0
"""Points between a table's last rule and its notes."""


@dataclass(slots=True)
class PageContent:
    """One page as the search for regions sees it."""

    width: float
    height: float
    paragraphs: list[Paragraph]
    marks: Marks
    chains: list[Rect]
    captions: list[Caption] = field(default_factory=list)

    def obstacles(self) -> list[Rect]:
        """What no float may cross: running text, headings, notes, captions."""
        return [
            rect
            for item in self.paragraphs
            if item.role != "other"
            for rect in ([line.rect for line in item.lines] if item.role == "body" else [item.rect])
        ]

    def drawings(self) -> list[Rect]:
        """Blobs that are too high to be a line or a coloured bar, and no frame of the page."""
        page = self.width * self.height
        return [blob for blob in self.marks.blobs if blob[3] - blob[1] > 40 and area(blob) < FRAME * page]

    def frames(self, inner: Rect) -> list[Rect]:
        """What may enclose `inner` as a float: chains, and drawings far higher than it (no coloured bar)."""
        high = 4 * (inner[3] - inner[1])
        page = self.width * self.height
        return [*self.chains, *(b for b in self.marks.blobs if b[3] - b[1] > high and area(b) < FRAME * page)]

    def pieces(self) -> list[Rect]:
        """What floats are made of: drawings, rules, and text that does not run."""
        texts = [item.rect for item in self.paragraphs if item.role == "other"]
        return [*self.marks.blobs, *self.marks.rules, *texts]


@dataclass(slots=True)
class Candidate:
    """A region on one side of a caption."""

    side: Side
    rect: Rect
    graphics: float
    gap: float


def find_regions(pages: Sequence[PageContent], usual: Profile) -> dict[int, Rect]:
    """The region of each caption (by `id`); captions without one are missing from the answer."""
    votes = _votes(pages, usual)
    found: dict[int, Rect] = {}
    for page in pages:
        found.update(_place(page, usual, votes))
    return found


def _votes(pages: Sequence[PageContent], usual: Profile) -> Counter[tuple[str, Side]]:
    """On which side of its caption each kind stands, counted where only one side has content."""
    votes: Counter[tuple[str, Side]] = Counter()
    for page in pages:
        for caption in page.captions:
            options = candidates(page, caption, usual, ())
            if len(options) == 1:
                votes[caption.kind, options[0].side] += 1
    return votes


def _place(page: PageContent, usual: Profile, votes: Counter[tuple[str, Side]]) -> dict[int, Rect]:
    """Give each caption of the page a region; the surest choose first and keep what they took."""
    taken: list[Rect] = []
    found: dict[int, Rect] = {}
    waiting = list(page.captions)
    while waiting:
        ranked = []
        for caption in waiting:
            scores = sorted(
                (
                    (_score(option, caption, votes), option)
                    for option in candidates(page, caption, usual, taken)
                ),
                key=lambda pair: -pair[0],
            )
            lead = scores[0][0] - (scores[1][0] if len(scores) > 1 else 0.0) if scores else -1.0
            ranked.append((lead, scores[0][1] if scores else None, caption))
        _, option, caption = max(ranked, key=lambda item: (_bounded(page, item[1]), item[0]))
        waiting.remove(caption)
        if option:
            found[id(caption)] = option.rect
            taken.append(option.rect)
    return found


def _bounded(page: PageContent, option: Candidate | None) -> bool:
    """Rules say where it ends: it cannot take what belongs to another caption."""
    return option is not None and any(
        share_inside(option.rect, grow(chain, NOTE_GAP)) > 0.8 and share_inside(chain, option.rect) > 0.9
        for chain in page.chains
    )


def _score(option: Candidate, caption: Caption, votes: Counter[tuple[str, Side]]) -> float:
    """Nearness, graphics and the document's habit; the habit weighs most once it is clear."""
    same, all_votes = (
        votes[caption.kind, option.side],
        votes[caption.kind, "above"] + votes[caption.kind, "below"],
    )
    habit = (same + 1) / (all_votes + 2)
    usual_side = 0.1 if (option.side == "above") == (caption.kind == "figure") else 0.0
    near = 1 / (1 + max(option.gap, 0.0) / 15)
    return 2.0 * habit + near + 0.8 * min(1.0, option.graphics) + usual_side


def candidates(page: PageContent, caption: Caption, usual: Profile, taken: Sequence[Rect]) -> list[Candidate]:
    """The regions above and below `caption` that hold anything."""
    lane = lane_of(
        page.width, page.paragraphs, [item.paragraph for item in page.captions], caption.paragraph, usual
    )
    walls = [wall for wall in page.obstacles() if wall != caption.paragraph.rect] + list(taken)
    pieces = [
        piece for piece in page.pieces()
        if _in_lane(piece, lane) and not any(share_inside(piece, other) > 0.6 for other in taken)
    ]  # fmt: skip
    options = []
    for side in ("above", "below"):
        rect = _sweep(
            page, caption, _limit(caption.paragraph.rect, lane, walls, side, page.height), pieces, side
        )
        if rect:
            graphics = sum(area(blob) for blob in page.marks.blobs if share_inside(blob, rect) > 0.9)
            graphics += 0.5 * area(rect) * any(share_inside(rule, rect) > 0.9 for rule in page.marks.rules)
            mine = caption.paragraph.rect
            gap = mine[1] - rect[3] if side == "above" else rect[1] - mine[3]
            options.append(Candidate(side, rect, graphics / max(area(rect), 1.0), gap))
    return options


def _in_lane(piece: Rect, lane: Rect) -> bool:
    width = max(piece[2] - piece[0], 0.1)
    return overlap_x(piece, lane) > 0.55 * width


def _sweep(
    page: PageContent, caption: Caption, limit: float, pieces: Sequence[Rect], side: Side
) -> Rect | None:
    """Collect pieces away from the caption until running text, a wide gap or the page's end stops it."""
    mine = caption.paragraph.rect
    low, high = (limit, mine[1]) if side == "above" else (mine[3], limit)
    inside = [piece for piece in pieces if _between(piece, low, high)]
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


def _between(piece: Rect, low: float, high: float) -> bool:
    """Pictures' boxes may reach a few points into the text around them (white margins)."""
    slack = min(8.0, 2 + 0.2 * (piece[3] - piece[1]))
    return piece[1] >= low - slack and piece[3] <= high + slack


def _past_table(page: PageContent, caption: Caption, group: Sequence[Rect], piece: Rect) -> bool:
    """Whether `piece` stands beyond the rules that close the caption's table."""
    if caption.kind == "figure" or not group:
        return False
    so_far = union(group)
    for chain in page.chains:
        if share_inside(chain, so_far) > 0.95 and overlap_y(chain, piece) < 0:
            return -overlap_y(piece, so_far) > NOTE_GAP
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
