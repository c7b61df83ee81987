"""A table's cells, from where its words stand on the page.

Words are put to rows by their height and to columns by the white between them. Where that is not beyond
doubt there are no cells: a number in the wrong column is worse than a picture of the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from papergloss.pdf.document import Document, Figure, Rect
from papergloss.pdf.geometry import grow, join, share_inside

Rows = list[list[str]]

SAME_LINE = 0.4
"""Of a word's height: words whose middles are nearer stand in one row."""
WORD_GAP = 0.55
"""Of a word's height: white below this is between words, above it between cells."""
FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
MOST_COLUMNS = 16
MOST_ROWS = 60
FEWEST_NUMBERS = 4
"""Cells with numbers, below which a table tells no results."""
LEAST_FILLED = 0.5
"""Of the cells of the usual row."""
NUMBERS_SHARE = 0.35
"""Of the cells beside the first column; in a table of texts they are fewer."""
LONGEST_CELL = 120
CENTRED = 3.0
"""Points between the middle of a cell and that of the columns that it spans."""
TIGHT = 0.8
"""Of the usual distance of rows: lines of one cell stand nearer."""
UNNAMED = 0.25
"""Of the rows: more of them without a name are lines of other rows."""
_NUMBER = re.compile(r"[-+−±∼~<>≈↑↓]?\s?[$€£]?(?:\d[\d,. ]*|\.\d+)")
_NO_VALUE = re.compile(r"[-–—−✓✗×/*]|n/?a", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"(?<![\d.,(±/×x])\b\d+(?:[.,]\d+)?%?\s+[-+−]?\d+(?:[.,]\d+)?%?(?![\d,)±/×x])")


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows of equal length; `head` names the columns."""

    head: Rows
    rows: Rows


@dataclass(slots=True)
class _Piece:
    """Words of one row with nothing but word spaces between them."""

    rect: Rect
    text: str


def cells_of(document: Document, table: Figure) -> Cells | None:
    """The cells of a table; None where rows and columns are not beyond doubt."""
    rows = _joined([_pieces(line) for line in _lines(_words(document, table))])
    body = _first_row_of_numbers(rows)
    if body is None or not FEWEST_ROWS < len(rows) <= MOST_ROWS:
        return None
    columns = _columns(rows[body:])
    while body > 1 and _is_title(rows[body - 1], columns) and _names_most(rows[: body - 1], columns):
        body -= 1
    if not FEWEST_COLUMNS <= len(columns) <= MOST_COLUMNS:
        return None
    placed: Rows = []
    for index, row in enumerate(rows):
        cells = _named(row, columns) if index < body else _placed(row, columns)
        if cells is None:
            return None
        placed.append(cells)
    while body < len(placed) and not placed[body][0]:
        body += 1
    found = Cells(_as_one(placed[:body]), placed[body:])
    return found if _beyond_doubt(found) else None


def _words(document: Document, table: Figure) -> list[_Piece]:
    words = document.words
    region = grow(table.rect, 1.0)
    return [
        _Piece(rect, text)
        for text, page, rect, passage in zip(words.text, words.page, words.rect, words.passage, strict=True)
        if page == table.page and passage != table.passage and share_inside(rect, region) > 0.5
    ]


def _lines(words: Sequence[_Piece]) -> list[list[_Piece]]:
    lines: list[list[_Piece]] = []
    for word in sorted(words, key=lambda word: (_middle(word), word.rect[0])):
        if lines and _middle(word) - _middle(lines[-1][0]) < SAME_LINE * _height(word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _pieces(line: Sequence[_Piece]) -> list[_Piece]:
    found: list[_Piece] = []
    for word in sorted(line, key=lambda word: word.rect[0]):
        if found and word.rect[0] - found[-1].rect[2] < WORD_GAP * _height(word):
            found[-1] = _Piece(join(found[-1].rect, word.rect), f"{found[-1].text} {word.text}")
        else:
            found.append(_Piece(word.rect, word.text))
    return found


def _joined(rows: list[list[_Piece]]) -> list[list[_Piece]]:
    """Names of rows that take two lines, with the values between them, as one row."""
    steps = sorted(_middle(low[0]) - _middle(high[0]) for high, low in pairwise(rows))
    usual = steps[len(steps) // 2] if steps else 0.0
    found: list[list[_Piece]] = []
    for row in rows:
        if len(found) > 1 and len(row) == len(found[-2]) == 1 and len(found[-1]) > 1:
            above, values = found[-2][0], found[-1]
            near = _middle(row[0]) - _middle(above) < 2 * TIGHT * usual
            if near and values[0].rect[0] > max(above.rect[2], row[0].rect[2]):
                name = _Piece(join(above.rect, row[0].rect), f"{above.text} {row[0].text}")
                found[-2:] = [[name, *values]]
                continue
        found.append(row)
    return found


def _first_row_of_numbers(rows: Sequence[Sequence[_Piece]]) -> int | None:
    for index, row in enumerate(rows):
        numbers = sum(bool(_NUMBER.match(piece.text)) for piece in row[1:])
        values = numbers + sum(bool(_NO_VALUE.fullmatch(piece.text)) for piece in row[1:])
        if numbers and 2 * values >= len(row) - 1:
            return index
    return None


def _columns(rows: Sequence[Sequence[_Piece]]) -> list[tuple[float, float]]:
    """The widths of the columns, from left to right: of the fullest rows, then of the others as they fit."""
    columns: list[tuple[float, float]] = []
    for row in sorted(rows, key=len, reverse=True):
        for piece in row:
            left, _, right, _ = piece.rect
            over = [column for column in columns if left < column[1] and right > column[0]]
            if len(over) > 1 or (len(row) == 1 and len(columns) > 1):
                continue
            if over:
                columns.remove(over[0])
                left, right = min(left, over[0][0]), max(right, over[0][1])
            columns.append((left, right))
    return sorted(columns)


def _is_title(row: Sequence[_Piece], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a line names the rows under it: words alone on it, over several columns."""
    return len(row) == 1 and not _NUMBER.match(row[0].text) and len(_under(row[0], columns)) != 1


def _names_most(head: Sequence[Sequence[_Piece]], columns: Sequence[tuple[float, float]]) -> bool:
    named = {n for row in head for piece in row for n in _under(piece, columns)}
    return 2 * len(named) > len(columns)


def _placed(row: Sequence[_Piece], columns: Sequence[tuple[float, float]]) -> list[str] | None:
    """A row's cells; None where a piece stands in no column, or in several and not in their middle."""
    cells = [""] * len(columns)
    for piece in row:
        over = _under(piece, columns)
        if _is_title(row, columns) or (len(row) == 1 and over[:1] == [0]):
            over = [0]
        elif len(over) > 1:
            middle = (columns[over[0]][0] + columns[over[-1]][1]) / 2
            if abs(middle - (piece.rect[0] + piece.rect[2]) / 2) > CENTRED:
                return None
        if not over or any(cells[n] for n in over):
            return None
        for n in over:
            cells[n] = piece.text
    return cells


def _named(row: Sequence[_Piece], columns: Sequence[tuple[float, float]]) -> list[str] | None:
    """A line of the head: a piece names all columns that it spans, one beside them the next to its right.

    None where two pieces name one column: the body then lacks one.
    """
    cells = [""] * len(columns)
    for piece in row:
        over = (
            _under(piece, columns) or [n for n, column in enumerate(columns) if column[0] > piece.rect[0]][:1]
        )
        if len(over) == 1 and cells[over[0]]:
            return None
        for n in over:
            cells[n] = f"{cells[n]} {piece.text}".strip()
    return cells


def _under(piece: _Piece, columns: Sequence[tuple[float, float]]) -> list[int]:
    left, _, right, _ = piece.rect
    return [n for n, (start, end) in enumerate(columns) if left < end and right > start]


def _as_one(head: Rows) -> Rows:
    """The lines of the head as one row."""
    return [[" ".join(filter(None, column)) for column in zip(*head, strict=True)]] if head else []


def _beyond_doubt(cells: Cells) -> bool:
    body = [cell for row in cells.rows for cell in row[1:] if cell]
    numbers = sum(bool(_NUMBER.match(cell)) for cell in body)
    usual = [row for row in cells.rows if sum(map(bool, row)) > 1]
    if len(usual) < FEWEST_ROWS or numbers < max(FEWEST_NUMBERS, NUMBERS_SHARE * len(body)):
        return False
    if any(_TWO_NUMBERS.search(cell) for cell in body):
        return False
    if sum(not row[0] for row in usual) > UNNAMED * len(usual):
        return False
    if any(len(cell) > LONGEST_CELL for row in [*cells.head, *cells.rows] for cell in row):
        return False
    for column in zip(*usual, strict=True):
        if all(not cell or _NO_VALUE.fullmatch(cell) for cell in column):
            return False
    filled = sum(bool(cell) for row in usual for cell in row) / (len(usual) * len(usual[0]))
    return filled >= LEAST_FILLED


def _middle(piece: _Piece) -> float:
    return (piece.rect[1] + piece.rect[3]) / 2


def _height(piece: _Piece) -> float:
    return piece.rect[3] - piece.rect[1]
