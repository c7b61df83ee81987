"""A table's columns, and which of them a piece of a line stands in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from papergloss.pdf.table_print import Line, Piece, piece_of

Column = tuple[float, float]
"""Left and right end, in points."""
LOOSE = 0.4
"""Of a word's height: white above this is no usual word space (about 0.3)."""
NAME_GAP = 1.0
"""Of a word's height: the most white within the name of a row."""
CENTRED = 3.0
"""Points between the middle of a cell and that of the columns that it spans."""
RIVER = 2.0
"""Points of white through all rows that part two columns set close together."""


def columns_of(rows: Sequence[Line]) -> list[Column]:
    """From left to right: of the fullest rows, then of the others as they fit."""
    columns: list[Column] = []
    for row in sorted(rows, key=len, reverse=True):
        for piece in row:
            left, _, right, _ = piece.rect
            over = [column for column in columns if left < column[1] and right > column[0]]
            beside = not over and columns and right < min(columns)[0]
            if len(over) > 1 or (len(row) == 1 and len(columns) > 1 and not beside):
                continue
            if over:
                columns.remove(over[0])
                left, right = min(left, over[0][0]), max(right, over[0][1])
            columns.append((left, right))
    return _merged(sorted(columns), rows)


def _merged(columns: list[Column], rows: Sequence[Line]) -> list[Column]:
    """Neighbours that more rows take as one than as two are one column; what is in the middle spans them."""
    for n in range(len(columns) - 2, -1, -1):
        both = [n, n + 1]
        one = two = 0
        for row in rows if len(columns) > 2 else ():
            overs = [under(piece, columns) for piece in row]
            two += [n] in overs and [n + 1] in overs
            one += len(row) > 2 and any(
                over == both and not _in_middle(piece, columns, both)
                for piece, over in zip(row, overs, strict=True)
            )
        if one > 2 * two:
            columns[n : n + 2] = [(columns[n][0], columns[n + 1][1])]
    return columns


def under(piece: Piece, columns: Sequence[Column]) -> list[int]:
    """The columns that a piece stands over or in."""
    left, _, right, _ = piece.rect
    return [n for n, (start, end) in enumerate(columns) if left < end and right > start]


def is_title(row: Line, columns: Sequence[Column]) -> bool:
    """Whether a line names the rows under it: words alone on it, over several columns."""
    return len(row) == 1 and not row[0].text[0].isdigit() and len(under(row[0], columns)) != 1


def placed(row: Line, columns: Sequence[Column]) -> list[str] | None:
    """A row's cells; None where a piece stands in no column, or in several and not in their middle."""
    pieces = [part for piece in row for part in _split(piece, columns)]
    cells = [""] * len(columns)
    end = float("-inf")
    for piece in pieces:
        span = _span(piece, pieces, columns)
        goes_on = span == [0] and piece.rect[0] - end < NAME_GAP * (piece.rect[3] - piece.rect[1])
        if not span or (any(cells[n] for n in span) and not goes_on):
            return None
        for n in span:
            cells[n] = f"{cells[n]} {piece.text}".strip()
        end = piece.rect[2]
    return cells


def _span(piece: Piece, row: Line, columns: Sequence[Column]) -> list[int] | None:
    """The columns that a piece of a row stands in; a name stands in the first."""
    over = under(piece, columns)
    if is_title(row, columns) or (over[:1] == [0] and (len(row) == 1 or _in_middle(piece, columns, over))):
        return [0]
    if over[:1] == [0] and piece.rect[0] - columns[0][0] < CENTRED and not piece.text[0].isdigit():
        return [0]
    if len(over) != 1:
        return over if over and _in_middle(piece, columns, over) else None
    n = over[0]
    for both in ([n - 1, n], [n, n + 1]):
        empty = (
            both[0] > 0
            and both[1] < len(columns)
            and not any(under(other, columns) == [m] for other in row for m in both if m != n)
        )
        if empty and not _aligned(piece, columns[n]) and _in_middle(piece, columns, both):
            return both
    return over


def _aligned(piece: Piece, column: Column) -> bool:
    """Whether a piece stands at a column's left, its right or its middle."""
    sides = (piece.rect[0] - column[0], piece.rect[2] - column[1], piece.middle - (column[0] + column[1]) / 2)
    return any(abs(side) <= CENTRED for side in sides)


def _in_middle(piece: Piece, columns: Sequence[Column], span: Sequence[int]) -> bool:
    return abs((columns[span[0]][0] + columns[span[-1]][1]) / 2 - piece.middle) <= CENTRED


def _split(piece: Piece, columns: Sequence[Column]) -> list[Piece]:
    """A piece cut where more than a word's space lies between words of two columns."""
    for n, (left, right) in enumerate(pairwise(piece.words), 1):
        white = right[0][0] - left[0][2] >= LOOSE * (right[0][3] - right[0][1])
        parts = [piece_of(piece.words[:n]), piece_of(piece.words[n:])]
        first, second = (under(part, columns) for part in parts)
        if white and len(first) == 1 and len(second) == 1 and first != second:
            return [parts[0], *_split(parts[1], columns)]
    return [piece]


def rivers(
    lines: Sequence[Line], head: Sequence[Line], columns: Sequence[Column]
) -> list[tuple[float, Column]]:
    """Where two names of one line stand over one column: the white through all rows between the two."""
    found = []
    for line in head:
        for left, right in pairwise(line):
            over = under(left, columns)
            if len(over) == 1 and over == under(right, columns):
                column = columns[over[0]]
                white = _white(lines, column, (left.middle, right.middle))
                found += [(white, column)] if white else []
    return found


def _white(lines: Sequence[Line], column: Column, within: Column) -> float | None:
    """The middle of the widest white of a column between two places; None where words stand in all of it."""
    words = [
        (rect[0], rect[2]) for line in lines for piece in line for rect, _ in piece.words
        if column[0] <= piece.rect[0] and piece.rect[2] <= column[1]
    ]  # fmt: skip
    best, end = None, within[0]
    widest = RIVER
    for left, right in [*sorted(word for word in words if word[1] > within[0]), (within[1], within[1])]:
        begin = min(left, within[1])
        if begin - end >= widest:
            best, widest = (begin + end) / 2, begin - end
        end = max(end, right)
    return best
