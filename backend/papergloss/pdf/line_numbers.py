"""Numbers in the margin that count the lines: of drafts, and of papers under review."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from papergloss.pdf.line import Line

LEAST = {1: 12, 5: 6}
"""What line numbers go up by (lineno prints all of them, or every fifth), and how many must stand one below
the other on one page before they count as line numbers."""
TELLING = 25
"""Characters of a line that shows where the text stands."""
NEAR = 3.0
"""Points by which the edges of one column of numbers may differ."""


def line_numbers(pages: Sequence[list[Line]]) -> set[int]:
    """Ids of the lines that number the others: digits alone, counting down the page, beside the text.

    Where one page has such a column, the shorter columns at its place on other pages are line numbers too.
    """
    candidates = [_beside_text(lines) for lines in pages]
    sure = [
        column for numbers in candidates for column in _columns(numbers)
        if _counts(column)
    ]  # fmt: skip
    edges = [_edge(column) for column in sure]
    return {
        id(line)
        for numbers in candidates for column in _columns(numbers)
        if any(_same(_edge(column), edge) for edge in edges)
        for line in column
    }  # fmt: skip


def _beside_text(lines: Sequence[Line]) -> list[Line]:
    """The numbers of a page that stand left of, right of, or between its columns of text."""
    text = [line for line in lines if len(line.text) >= TELLING and not line.rotated]
    numbers = [line for line in lines if line.text.isdigit() and len(line.text) <= 4]
    return [number for number in numbers if 20 * sum(_covers(line, number) for line in text) <= len(text)]


def _covers(line: Line, number: Line) -> bool:
    return line.rect[0] < number.rect[2] and line.rect[2] > number.rect[0]


def _columns(numbers: Sequence[Line]) -> list[list[Line]]:
    """The numbers that share their right edge, or their left one, each column from the top down."""
    columns: list[list[Line]] = []
    for number in sorted(numbers, key=lambda line: line.baseline):
        home = next((column for column in columns if _aligned(column[0], number)), None)
        if home is None:
            columns.append([number])
        else:
            home.append(number)
    return columns


def _aligned(first: Line, second: Line) -> bool:
    return abs(first.rect[2] - second.rect[2]) < NEAR or abs(first.rect[0] - second.rect[0]) < NEAR


def _counts(column: Sequence[Line]) -> bool:
    values = [int(line.text) for line in column]
    return any(
        len(values) >= least
        and sum(after - before == step for before, after in pairwise(values)) >= 0.8 * (len(values) - 1)
        for step, least in LEAST.items()
    )


def _edge(column: Sequence[Line]) -> tuple[float, float]:
    """Left and right edge of the widest number."""
    return min(line.rect[0] for line in column), max(line.rect[2] for line in column)


def _same(column: tuple[float, float], known: tuple[float, float]) -> bool:
    return column[0] > known[0] - NEAR and column[1] < known[1] + NEAR
