"""What names a table's columns: which of them each piece of the head's lines stands over."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.pdf.table_columns import CENTRED, Column, under
from papergloss.pdf.table_print import Line, Piece, Ruling, height_of

UNDER = 1.6
"""Of a line's height: the rule under a piece that spans columns stands nearer to its middle."""
SPANNING = 6.0
"""Points between the middle of a name between two bars and that of the columns between them."""


def head_of(lines: Sequence[Line], columns: Sequence[Column], ruling: Ruling) -> list[str] | None:
    """The name of each column, its lines joined; None where one of them may be another column's."""
    names: list[list[str]] = [[] for _ in columns]
    for index, line in enumerate(lines):
        spans = _spans(line, lines[index + 1 :], columns, ruling)
        if spans is None:
            return None
        for piece, span in zip(line, spans, strict=True):
            for n in span:
                names[n].append(piece.text)
    return [" ".join(name) for name in names]


def _spans(
    line: Line, below: Sequence[Line], columns: Sequence[Column], ruling: Ruling
) -> list[list[int]] | None:
    """The columns of each piece of one line of the head; no column is two pieces'."""
    open_to = [_told(piece, line, columns, ruling) for piece in line]
    taken = [n for told in open_to if told for n in told]
    spans: list[list[int]] = []
    for index, (piece, told) in enumerate(zip(line, open_to, strict=True)):
        others = [other for n, other in enumerate(line) if n != index]
        free = [n for n in range(len(columns)) if n not in taken and not _nearer(others, piece, columns[n])]
        span = told or _centred(piece, below, columns, free)
        if not span:
            return None
        taken += span
        spans.append(span)
    flat = [n for span in spans for n in span]
    return spans if len(flat) == len(set(flat)) else None


def _told(piece: Piece, line: Line, columns: Sequence[Column], ruling: Ruling) -> list[int] | None:
    """The columns over which the rule under a piece, or the bars at its sides, say that it stands."""
    y, size = height_of(line), piece.rect[3] - piece.rect[1]
    for rule in ruling.short:
        near = 0 < rule[1] - y < UNDER * size and rule[0] - 2 <= piece.middle <= rule[2] + 2
        if near and not _shared(piece, line, rule[0], rule[2]):
            return _within(columns, rule[0], rule[2])
    beside = [(bar[0] + bar[2]) / 2 for bar in ruling.bars if bar[1] - 1 <= y <= bar[3] + 1]
    left = max((x for x in beside if x < piece.middle), default=float("-inf"))
    right = min((x for x in beside if x > piece.middle), default=float("inf"))
    inside = _within(columns, left, right)
    if not inside or _shared(piece, line, left, right):
        return None
    middle = (columns[inside[0]][0] + columns[inside[-1]][1]) / 2
    return inside if len(inside) == 1 or abs(middle - piece.middle) <= SPANNING else None


def _shared(piece: Piece, line: Line, left: float, right: float) -> bool:
    return any(other is not piece and left < other.middle < right for other in line)


def _within(columns: Sequence[Column], left: float, right: float) -> list[int]:
    return [n for n, (start, end) in enumerate(columns) if left <= (start + end) / 2 <= right]


def _nearer(others: Sequence[Piece], piece: Piece, column: Column) -> bool:
    """Whether another piece of the line reaches into a column, and further than this one."""
    return any(_shares(other, column) > max(0.0, _shares(piece, column)) for other in others)


def _shares(piece: Piece, column: Column) -> float:
    return min(piece.rect[2], column[1]) - max(piece.rect[0], column[0])


def _centred(
    piece: Piece, below: Sequence[Line], columns: Sequence[Column], free: Sequence[int]
) -> list[int] | None:
    """The columns that a piece names by where it stands; None where that could be others as well."""
    over = [n for n in under(piece, columns) if n in free]
    named = {n for line in below for other in line for n in under(other, columns)}
    wide = _spanned(piece, below, columns, free)
    if not named & set(wide or over):
        # Nothing stands below it: the last line over its column.
        return over[:1] if len(over) == 1 else _beside(piece, columns, free) if not over else wide
    return over if wide is None and over and not _lone(over[-1], named, free) else wide


def _lone(n: int, named: set[int], free: Sequence[int]) -> bool:
    """Whether a name that is not in the middle of its column may be that of the next one too."""
    return n > 0 and n + 1 in free and n + 1 in named


def _spanned(
    piece: Piece, below: Sequence[Line], columns: Sequence[Column], free: Sequence[int]
) -> list[int] | None:
    """The most columns in whose middle a piece stands, with the names below them."""
    extents = [_extent(n, below, columns) for n in range(len(columns))]
    over = under(piece, columns)
    found: list[int] | None = None
    for first in free:
        for last in range(first, len(columns)):
            span = list(range(first, last + 1))
            if any(n not in free for n in span):
                break
            middle = (extents[first][0] + extents[last][1]) / 2
            fits = abs(middle - piece.middle) <= CENTRED and all(n in span for n in over if n in free)
            if fits and (found is None or len(span) > len(found)):
                found = span
    return found


def _extent(n: int, below: Sequence[Line], columns: Sequence[Column]) -> Column:
    """A column with the names in the head's lower lines that stand over it alone."""
    left, right = columns[n]
    for line in below:
        for piece in line:
            if under(piece, columns) == [n]:
                left, right = min(left, piece.rect[0]), max(right, piece.rect[2])
    return left, right


def _beside(piece: Piece, columns: Sequence[Column], free: Sequence[int]) -> list[int] | None:
    """The free column next to the right of a piece that stands over none."""
    return [n for n in free if columns[n][0] > piece.rect[0]][:1] or None
