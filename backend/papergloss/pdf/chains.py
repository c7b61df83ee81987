"""Rule chains: horizontal rules of one width, one below the other, are a table or a framed text."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import area, overlap_x, share_inside
from papergloss.pdf.line import union

SAME_EDGE = 6.0
"""Points by which the ends of a table's rules may differ (booktabs trims, AASTeX ends 5 short)."""
FAR = 600.0
"""Points: an algorithm has rules at its top and its end only, and may fill a column of 650."""
CLOSE = 40.0
"""Points between a table and its caption, or between two algorithms."""
TITLE = 6.0
"""Points between an algorithm's title and the rule over it."""


def rule_chains(rules: Sequence[Rect], walls: Sequence[Rect], prose: Sequence[Rect]) -> list[Rect]:
    """The boxes that rules of the same extent enclose.

    A chain never crosses a wall (a caption), nor prose that stands between two complete tables.
    """
    chains: list[list[Rect]] = []
    for rule in sorted(rules, key=lambda rule: rule[1]):
        for chain in chains:
            if _fits(chain[-1], rule) and not _blocked(chain[-1], rule, walls):
                chain.append(rule)
                break
        else:
            chains.append([rule])
    parts = [
        part
        for chain in (_without_next_head(chain, walls) for chain in chains)
        for part in (_split(chain, prose) if _two_captions(chain, walls) else [chain])
    ]
    return [union(part) for part in parts if len(part) >= 2 and part[-1][1] - part[0][1] > 8]


def outermost(chains: Sequence[Rect]) -> list[Rect]:
    """The chains that lie in no other one, the largest first."""
    kept: list[Rect] = []
    for chain in sorted(chains, key=area, reverse=True):
        if not any(share_inside(chain, other) > 0.9 for other in kept):
            kept.append(chain)
    return kept


def _without_next_head(chain: list[Rect], walls: Sequence[Rect]) -> list[Rect]:
    """The last rule may be the one over the next algorithm's title; a rule close above it ends this one."""
    last = chain[-1]
    heads = any(abs(wall[1] - last[1]) < TITLE and overlap_x(wall, last) > 20 for wall in walls)
    return chain[:-1] if heads and len(chain) > 2 and last[1] - chain[-2][1] < CLOSE else chain


def _fits(last: Rect, rule: Rect) -> bool:
    same = abs(last[0] - rule[0]) <= SAME_EDGE and abs(last[2] - rule[2]) <= SAME_EDGE
    return same and rule[1] - last[1] < FAR


def _blocked(last: Rect, rule: Rect, walls: Sequence[Rect]) -> bool:
    between = (last[0], last[1], last[2], rule[1])
    return any(share_inside(wall, between) > 0.5 or _crosses(wall, between) for wall in walls)


def _crosses(wall: Rect, between: Rect) -> bool:
    return wall[1] > between[1] and wall[3] < between[3] and overlap_x(wall, between) > 20


def _two_captions(chain: list[Rect], walls: Sequence[Rect]) -> bool:
    """A caption stands above the first rule and another below the last: these may be two tables."""
    first, last = chain[0], chain[-1]
    near = [wall for wall in walls if overlap_x(wall, first) > 20]
    return any(0 <= first[1] - wall[3] < CLOSE for wall in near) and any(
        0 <= wall[1] - last[3] < CLOSE for wall in near
    )


def _split(chain: list[Rect], prose: Sequence[Rect]) -> list[list[Rect]]:
    """Cut where prose fills a gap between two parts that are tables of their own."""
    for index in range(2, len(chain) - 1):
        above, below = chain[index - 1], chain[index]
        gap = (above[0], above[1], above[2], below[1])
        if any(share_inside(text, gap) > 0.8 for text in prose):
            return [chain[:index], *_split(chain[index:], prose)]
    return [chain]
