"""What repeats around the text: running heads, page numbers, line numbers, arXiv's stamp."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from papergloss.pdf.document import Page, Rect
from papergloss.pdf.lines import Line
from papergloss.pdf.marks import Marks
from papergloss.pdf.paragraphs import LABEL

EDGE = 0.12
"""Share of the page's height in which running heads stand: 1 inch of 11 is .09, journals go to .11."""
REPEATS = 3
"""Pages on which a running head must stand at the same height."""
LINE_NUMBERS = 12
"""Numbers one below the other on one page before they count as line numbers."""
STAMP = re.compile(r"^\s*arXiv:\s?\S+(\s+\[[\w.-]+\])?(\s+\d{1,2}\s+\w{3}\s+\d{4})?", re.IGNORECASE)
PAGE_NUMBER = re.compile(
    r"^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE
)
DIGITS = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)


def strip(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page without its furniture."""
    heads = _running_heads(pages, lines)
    return [_strip_page(page, found, heads) for page, found in zip(pages, lines, strict=True)]


def drop_page_rules(pages: Sequence[Page], marks: Sequence[Marks]) -> None:
    """Take out the rules and blobs that stand at one place on at least 40 % of the pages (3 or more)."""
    seen: Counter[tuple[int, ...]] = Counter()
    for page_marks in marks:
        seen.update({_place(box) for box in (*page_marks.rules, *page_marks.blobs)})
    need = max(REPEATS, 0.4 * len(pages))
    for page_marks in marks:
        page_marks.rules = [box for box in page_marks.rules if seen[_place(box)] < need]
        page_marks.blobs = [box for box in page_marks.blobs if seen[_place(box)] < need]


def _place(box: Rect) -> tuple[int, ...]:
    return tuple(round(side / 2) for side in box)


def _running_heads(pages: Sequence[Page], lines: Sequence[list[Line]]) -> set[tuple[int, str]]:
    """Height (in 3 pt steps) and masked text of the lines that come back."""
    where: dict[tuple[int, str], set[int]] = defaultdict(set)
    for page, found in zip(pages, lines, strict=True):
        for line in found:
            if _at_edge(page, line) and not LABEL.match(line.text):
                for key in _keys(line):
                    where[key].add(page.number)
    return {key for key, numbers in where.items() if len(numbers) >= min(REPEATS, max(2, len(pages)))}


def _keys(line: Line) -> tuple[tuple[int, str], ...]:
    text = DIGITS.sub("#", line.text)[:60]
    step = round(line.baseline / 3)
    return tuple((near, text) for near in (step - 1, step, step + 1))


def _at_edge(page: Page, line: Line) -> bool:
    return line.rect[3] < EDGE * page.height or line.rect[1] > (1 - EDGE) * page.height


def _strip_page(page: Page, lines: list[Line], heads: set[tuple[int, str]]) -> list[Line]:
    numbers = _line_numbers(page, lines)
    kept = []
    for line in lines:
        edge = _at_edge(page, line)
        head = edge and _keys(line)[1] in heads and not LABEL.match(line.text)
        number = edge and PAGE_NUMBER.match(line.text) and _alone(line, lines)
        outside = (
            line.rect[3] < 0 or line.rect[1] > page.height or line.rect[2] < 0 or line.rect[0] > page.width
        )
        if not (head or number or outside or id(line) in numbers or _is_stamp(page, line)):
            kept.append(line)
    return kept


def _is_stamp(page: Page, line: Line) -> bool:
    at_margin = (
        line.rect[2] < 0.12 * page.width
        or line.rect[3] < EDGE * page.height
        or line.rect[1] > 0.9 * page.height
    )
    return at_margin and bool(STAMP.match(line.text)) and (line.rotated or len(line.text) < 80)


def _alone(line: Line, lines: list[Line]) -> bool:
    """No other line stands further out, or beside it, than a page number does."""
    highest = min(other.rect[1] for other in lines)
    lowest = max(other.rect[3] for other in lines)
    beside = any(other is not line and abs(other.baseline - line.baseline) < 2 for other in lines)
    return not beside and (line.rect[1] <= highest or line.rect[3] >= lowest)


def _line_numbers(page: Page, lines: list[Line]) -> set[int]:
    """Ids of the lines that number the others: digits alone, one below the other, in a margin."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.text.isdigit() and (line.rect[2] < 0.18 * page.width or line.rect[0] > 0.82 * page.width):
            columns[round(line.rect[2] / 4)].append(line)
    found: set[int] = set()
    for column in columns.values():
        values = [int(line.text) for line in column]
        rising = sum(after == before + 1 for before, after in pairwise(values))
        if len(column) >= LINE_NUMBERS and rising >= 0.8 * (len(column) - 1):
            found.update(id(line) for line in column)
    return found
