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
    open_to = [_told(piece, line, below, columns, ruling) for piece in line]
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


def _told(
    piece: Piece, line: Line, below: Sequence[Line], columns: Sequence[Column], ruling: Ruling
) -> list[int] | None:
    """The columns over which the rule under a piece, or the bars at its sides, say that it stands."""
    y, size = height_of(line), piece.rect[3] - piece.rect[1]
    for rule in ruling.short:
        near = 0 < rule[1] - y < UNDER * size and rule[0] - 2 <= piece.middle <= rule[2] + 2
        over_it = bool(below) or abs((rule[0] + rule[2]) / 2 - piece.middle) <= SPANNING
        if near and over_it and not _shared(piece, line, rule[0], rule[2]):
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
    if len(over) == 1 and over[0] not in named:
        return over
    wide = _spanned(piece, below, columns, free)
    if not named & set(wide or over):
        return wide if over else _beside(piece, columns, free)
    if wide is None and over and (_goes_on(over, below, columns) or not _lone(over[-1], named, free)):
        return over
    return wide


def _goes_on(over: Sequence[int], below: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether the next line names the columns beside a name, but not its own: it has two lines, they one."""
    beside = _named_next([over[0] - 1, *over, over[-1] + 1], below, columns)
    return bool(beside) and not beside & set(over)


def _named_next(span: Sequence[int], below: Sequence[Line], columns: Sequence[Column]) -> set[int]:
    """Those of some columns that the next line with names for any of them has names for."""
    lines = ({n for piece in line for n in under(piece, columns)} & set(span) for line in below)
    return next((named for named in lines if named), set())


def _lone(n: int, named: set[int], free: Sequence[int]) -> bool:
    """Whether a name that is not in the middle of its column may be that of the next one too."""
    return n > 0 and n + 1 in free and n + 1 in named


def _spanned(
    piece: Piece, below: Sequence[Line], columns: Sequence[Column], free: Sequence[int]
) -> list[int] | None:
    """The most columns in whose middle a piece stands; what the next line names of them, it names all."""
    extents = [_extent(n, below, columns) for n in range(len(columns))]
    over = [n for n in under(piece, columns) if n in free]
    spans = [
        list(range(first, last + 1))
        for first in free if first or 0 in over
        for last in range(first, len(columns)) if set(range(first, last + 1)) <= set(free)
    ]  # fmt: skip
    fitting = [
        span for span in spans
        if abs((extents[span[0]][0] + extents[span[-1]][1]) / 2 - piece.middle) <= CENTRED
        and set(over) <= set(span) and _named_next(span, below, columns) in (set(), set(span))
    ]  # fmt: skip
    return max(fitting, key=len, default=None)


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
