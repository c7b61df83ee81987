"""A table's rows under its head, with the names that stand in the middle of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from papergloss.pdf.table_columns import Column, is_title, placed, under
from papergloss.pdf.table_print import Line, Ruling, height_of

BETWEEN = 0.8
"""Of the usual distance of rows: a line nearer to both its neighbours stands between them."""
APART = 1.3
"""Of the usual distance of rows: more white ends a group of rows."""
MIDDLE = 0.6
"""Of the usual distance of rows: how far a group's name may stand from its middle."""


@dataclass(slots=True)
class Row:
    """A row's cells and the height of its middle."""

    y: float
    cells: list[str]

    @property
    def title(self) -> bool:
        """Whether it is the name of the rows under it."""
        return not any(self.cells[1:])


@dataclass(slots=True)
class Label:
    """A name between two rows, and its column."""

    y: float
    text: str
    column: int


def rows_of(lines: Sequence[Line], columns: Sequence[Column], ruling: Ruling) -> list[list[str]] | None:
    """The cells row by row; None where a piece, or a name, may belong to another row or column."""
    usual = usual_step(lines)
    labels: list[Label] = []
    rows: list[Row] = []
    for index, line in enumerate(lines):
        if _between(index, lines, usual):
            found = _labels(line, columns)
            if found is None:
                return None
            labels += found
            continue
        cells = placed(line, columns)
        if cells is None or (len(line) == 1 and not cells[0] and not is_title(line, columns)):
            return None
        rows.append(Row(height_of(line), cells))
    for column in {0, *(label.column for label in labels)}:
        mine = [label for label in labels if label.column == column]
        if not _named(rows, mine, column, ruling.cuts(columns[column]), usual):
            return None
    return [row.cells for row in rows]


def usual_step(lines: Sequence[Line]) -> float:
    """The median distance in points between the lines that are at least half as full as the median one."""
    median = sorted(map(len, lines))[(len(lines) - 1) // 2] if lines else 0
    heights = [height_of(line) for line in lines if 2 * len(line) >= median]
    steps = sorted(low - high for high, low in pairwise(heights))
    return steps[len(steps) // 2] if steps else 0.0


def _between(index: int, lines: Sequence[Line], usual: float) -> bool:
    """Whether a line stands at no row's height, but between two fuller ones."""
    if not 0 < index < len(lines) - 1:
        return False
    above, line, below = lines[index - 1 : index + 2]
    near = height_of(line) - height_of(above) < BETWEEN * usual
    return (
        near
        and height_of(below) - height_of(line) < BETWEEN * usual
        and len(line) < min(len(above), len(below))
    )


def _labels(line: Line, columns: Sequence[Column]) -> list[Label] | None:
    """The names of a line between two rows; None where one stands in no column, or in several."""
    overs = [under(piece, columns) for piece in line]
    if any(len(over) != 1 for over in overs):
        return None
    return [Label(height_of(line), piece.text, over[0]) for piece, over in zip(line, overs, strict=True)]


def _named(rows: list[Row], labels: list[Label], column: int, cuts: Sequence[float], usual: float) -> bool:
    """Give the names of a column to all their rows; False where it is not sure whose name one is."""
    previous: Row | None = None
    for group in _groups(rows, cuts, usual):
        mine = [label for label in labels if group[0].y - usual / 2 < label.y < group[-1].y + usual / 2]
        labels = [label for label in labels if label not in mine]
        goes_on = previous is not None and not any(previous.y < cut < group[0].y for cut in cuts)
        if not _name(group, mine, column, usual, goes_on):
            return False
        previous = group[-1]
    return not labels


def _groups(rows: list[Row], cuts: Sequence[float], usual: float) -> list[list[Row]]:
    """Rows with neither a rule, nor more white than usual, nor the name of some rows between them."""
    groups: list[list[Row]] = []
    for row in rows:
        last = groups[-1][-1] if groups else None
        ruled = last and any(last.y < cut < row.y for cut in cuts)
        if last is None or ruled or row.y - last.y > APART * usual or row.title or last.title:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _name(group: Sequence[Row], labels: Sequence[Label], column: int, usual: float, goes_on: bool) -> bool:
    """Give a name in the middle of a group to all its rows; False where it is not sure whose name it is.

    Names may stand at the first of their rows; a row by itself may have none; a group that only white
    parts from the one above may go on with its name.
    """
    places = [n for n, row in enumerate(group) if row.cells[column]]
    if not labels and places[:1] == [0]:
        return not _may_be_centred(places, len(group))
    if not labels and not places:
        return len(group) == 1 or goes_on
    names = [(group[n].y, group[n].cells[column]) for n in places]
    names += [(label.y, label.text) for label in labels]
    if len(names) != 1 or abs(names[0][0] - (group[0].y + group[-1].y) / 2) > MIDDLE * usual:
        return False
    for row in group:
        row.cells[column] = names[0][1]
    return True


def _may_be_centred(places: Sequence[int], rows: int) -> bool:
    """Whether names that are not on every row, nor evenly spread, may stand in the middle of their rows."""
    if len({low - high for high, low in pairwise([*places, rows])}) == 1:
        return False
    begin = 0
    for place in places:
        begin = 2 * place - begin + 1
    return begin == rows and len(places) < rows
