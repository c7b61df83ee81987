"""A table's cells, from where its words and lines stand on the page.

Words are put to rows by their height and to columns by the white between them; the lines drawn between
tell the head, and which rows and columns a name is for. Where that is not beyond doubt there are no cells:
a number in the wrong column is worse than a picture of the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from papergloss.pdf.document import Cells, Document, Figure
from papergloss.pdf.geometry import join, overlap_x
from papergloss.pdf.table_columns import Column, columns_of, is_title, rivers, under
from papergloss.pdf.table_head import head_of
from papergloss.pdf.table_print import Line, Piece, Print, cut, height_of, printed
from papergloss.pdf.table_rows import rows_of, usual_step

Rows = list[list[str]]

FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
MOST_COLUMNS = 26
MOST_ROWS = 60
FEWEST_NUMBERS = 4
"""Cells with numbers, below which a table tells no results."""
LEAST_FILLED = 0.5
"""Of the cells of the usual row; less where every column has a name over a rule."""
NUMBERS_SHARE = 0.35
"""Of the cells beside the first column; in a table of texts they are fewer."""
LEAST_NAMED = 0.2
LONGEST_CELL = 120
LONGEST_WORDS = 80
"""Characters of a cell in a table of texts."""
PARTLY = 0.7
"""Of a table's width: a rule as wide may leave out the column of names."""
TIGHT = 0.8
"""Of the usual distance of rows: lines of one cell stand nearer."""
NUMBER = re.compile(r"[(\[]?[-+−±∼~<>≈↑↓]?\s?[$€£]?(?:\d[\d,. ]*|\.\d+)")
_NO_VALUE = re.compile(r"[-–—−✓✗×/*]|n/?a", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"(?<![\d.,(±/×x])\b\d+(?:[.,]\d+)?%?\s+[-+−]?\d+(?:[.,]\d+)?%?(?![\d,)±/×x])")
_DECIMAL = re.compile(r"\d\.\d|%|±")


def cells_of(document: Document, table: Figure) -> Cells | None:
    """The cells of a table; None where rows and columns are not beyond doubt."""
    if table.cells:
        return table.cells
    shown = printed(document, table)
    shown.lines = _joined(shown.lines)
    body = _end_of_head(shown)
    if body is None or not FEWEST_ROWS < len(shown.lines) <= MOST_ROWS:
        return None
    columns = _parted(shown, body)
    if not FEWEST_COLUMNS <= len(columns) <= MOST_COLUMNS:
        return None
    head = head_of(shown.lines[:body], columns, shown.ruling)
    rows = rows_of(shown.lines[body:], columns, shown.ruling)
    if head is None or rows is None:
        return None
    found = Cells([head] if body else [], rows)
    ruled = body > 0 and _ruled(shown, body)
    return found if _beyond_doubt(found, ruled and all(head[1:])) else None


def _parted(shown: Print, body: int) -> list[Column]:
    """The columns; those that the head names twice are parted where all rows have white."""
    columns = columns_of(shown.lines[body:])
    for x, (left, right) in rivers(shown.lines[body:], shown.lines[:body], columns):
        shown.lines[body:] = cut(shown.lines[body:], x, left, right)
    return columns_of(shown.lines[body:])


def _joined(rows: list[Line]) -> list[Line]:
    """Names of rows that take two lines, with the values between them, as one row."""
    usual = usual_step(rows)
    found: list[Line] = []
    for row in rows:
        if len(found) > 1 and len(row) == len(found[-2]) == 1 and len(found[-1]) > 1:
            above, values = found[-2][0], found[-1]
            near = height_of(row) - height_of([above]) < 2 * TIGHT * usual
            near = near and overlap_x(above.rect, row[0].rect) > 0
            if near and values[0].rect[0] > max(above.rect[2], row[0].rect[2]):
                words = [*above.words, *row[0].words]
                name = Piece(join(above.rect, row[0].rect), f"{above.text} {row[0].text}", words)
                found[-2:] = [[name, *values]]
                continue
        found.append(row)
    return found


def _end_of_head(shown: Print) -> int | None:
    """How many lines name the columns: those over the first rule, or over the first row of numbers."""
    first = next((n for n, line in enumerate(shown.lines) if _of_numbers(line)), None)
    ruled = next((n for n in range(1, len(shown.lines)) if _ruled(shown, n)), None)
    if ruled is None or ruled > len(shown.lines) - FEWEST_ROWS:
        return first if first is None else _without_titles(shown.lines, first)
    inside = [line for line in shown.lines[1:ruled] if _of_numbers(line)]
    if any(_DECIMAL.search(piece.text) for line in inside for piece in line[1:]):
        return first
    return _with_names_below(shown, ruled)


def _ruled(shown: Print, n: int, share: float = 1.0) -> bool:
    """Whether a rule, as wide as this share of the table, stands over a line."""
    above, below = (height_of(line) for line in shown.lines[n - 1 : n + 1])
    return shown.ruling.parts(above, below, share)


def _with_names_below(shown: Print, ruled: int) -> int:
    """The head's end, where rules part further lines of names only from the first row of numbers."""
    lines = shown.lines
    end = next((n for n in range(ruled, len(lines)) if _of_numbers(lines[n])), ruled)
    while end > ruled and len(lines[end - 1]) == 1:
        end -= 1
    names = lines[ruled:end]
    wordy = all(len(line) > 1 and not any(_is_value(piece.text) for piece in line) for line in names)
    return end if names and wordy and _ruled(shown, end, PARTLY) else ruled


def _without_titles(lines: Sequence[Line], body: int) -> int:
    columns = columns_of(lines[body:])
    while body > 1 and is_title(lines[body - 1], columns) and _names_most(lines[: body - 1], columns):
        body -= 1
    return body


def _of_numbers(line: Line) -> bool:
    numbers = sum(bool(NUMBER.match(piece.text)) for piece in line[1:])
    return numbers > 0 and 2 * sum(_is_value(piece.text) for piece in line[1:]) >= len(line) - 1


def _names_most(head: Sequence[Line], columns: Sequence[Column]) -> bool:
    named = {n for row in head for piece in row for n in under(piece, columns)}
    return 2 * len(named) > len(columns)


def _beyond_doubt(cells: Cells, named: bool) -> bool:
    """`named`: all columns have a name, with a rule under it."""
    usual = [row for row in cells.rows if sum(map(bool, row)) > 1]
    body = [cell for row in cells.rows for cell in row[1:] if cell]
    if len(usual) < FEWEST_ROWS or any(_TWO_NUMBERS.search(cell) for cell in body):
        return False
    if any(len(cell) > LONGEST_CELL for row in [*cells.head, *cells.rows] for cell in row):
        return False
    numbers = sum(bool(NUMBER.match(cell)) for cell in body)
    if numbers < max(FEWEST_NUMBERS, NUMBERS_SHARE * len(body)):
        return named and _complete(usual, cells.rows)
    columns = [[cell for cell in column if cell] for column in zip(*usual, strict=True)]
    counting = [2 * sum(map(_is_value, column)) > len(column) for column in columns]
    if any(_is_head(row, counting) for row in cells.rows):
        return False
    titled = any(row[0] and not any(row[1:]) for row in cells.rows)
    for column in list(zip(*usual, strict=True))[titled:]:
        if all(not cell or _NO_VALUE.fullmatch(cell) for cell in column):
            return False
    filled = sum(bool(cell) for row in usual for cell in row) / (len(usual) * len(usual[0]))
    return filled >= (LEAST_NAMED if named else LEAST_FILLED)


def _is_head(row: Sequence[str], counting: Sequence[bool]) -> bool:
    """Whether a row has words only where the others count: it is a second head, or part of the row above."""
    words = [where for cell, where in zip(row[1:], counting[1:], strict=True) if cell and not _is_value(cell)]
    values = sum(map(_is_value, row[1:]))
    return not values and (sum(words) > 1 or (not row[0] and any(row)))


def _is_value(cell: str) -> bool:
    return bool(NUMBER.match(cell) or _NO_VALUE.fullmatch(cell))


def _complete(usual: Rows, rows: Rows) -> bool:
    """Whether words fill every cell, and none is so long that it goes on in the next line."""
    cells = [cell for row in usual for cell in row]
    starts = not any(row[0][:1].islower() for row in rows)
    return starts and len(usual) == len(rows) and all(0 < len(cell) <= LONGEST_WORDS for cell in cells)
