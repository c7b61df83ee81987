"""What repeats around the text: running heads, page numbers, line numbers, arXiv's stamp."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from papergloss.pdf.chains import rule_chains
from papergloss.pdf.document import Page, Rect
from papergloss.pdf.geometry import grow, share_inside, touches
from papergloss.pdf.line import Line
from papergloss.pdf.marks import Marks
from papergloss.pdf.paragraphs import LABEL

EDGE = 0.17
"""Share of the page's height in which running heads stand: 1 inch of 11 is .09, a wide LaTeX margin .14."""
REPEATS = 3
"""Pages on which a running head must stand at the same height."""
DRAWN = 40.0
"""Points: a blob as high as four lines is a drawing."""
SHORT = 8
"""Pages; in a shorter paper the heads of left and right pages come back twice only."""
TELLING = 12
"""Characters of a running head by which it is known again where the page is turned."""
LINE_NUMBERS = 12
"""Numbers one below the other on one page before they count as line numbers."""
STAMP = re.compile(r"^\s*arXiv:\s?\S+(\s+\[[\w.-]+\])?(\s+\d{1,2}\s+\w{3}\s+\d{4})?", re.IGNORECASE)
PAGE_NUMBER = re.compile(
    r"^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE
)
DIGITS = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)


def strip(pages: Sequence[Page], lines: Sequence[list[Line]], marks: Sequence[Marks]) -> list[list[Line]]:
    """The lines of each page without its furniture."""
    edges = [_edge_lines(*page) for page in zip(pages, lines, marks, strict=True)]
    free = [_undrawn(*page) for page in zip(edges, marks, strict=True)]
    heads = _running_heads(free)
    return [_strip_page(*page, heads) for page in zip(pages, lines, edges, free, strict=True)]


def _edge_lines(page: Page, lines: list[Line], marks: Marks) -> dict[int, Line]:
    """By `id`, the lines where running heads stand, without captions and the heads of tables."""
    tables = rule_chains(marks.rules, (), ())
    found = (line for line in lines if _at_edge(page, line) and not LABEL.match(line.text))
    return {id(line): line for line in found if not any(share_inside(line.rect, box) > 0.5 for box in tables)}


def _undrawn(edge: dict[int, Line], marks: Marks) -> list[Line]:
    """Without the lines in or at a drawing: ticks and titles of plots come back at one height too."""
    blobs = [blob for blob in marks.blobs if blob[3] - blob[1] > DRAWN]
    return [
        line for line in edge.values()
        if not any(touches(blob, grow(line.rect, line.size)) for blob in blobs)
    ]  # fmt: skip


def drop_page_rules(marks: Sequence[Marks]) -> list[Rect]:
    """Take out the rules and blobs that stand at one place on at least 40 % of the pages (3 or more).

    Returns the rules among them: on some page they may hide in a larger drawing.
    """
    seen: Counter[tuple[int, ...]] = Counter()
    for page_marks in marks:
        seen.update({_place(box) for box in (*page_marks.rules, *page_marks.blobs)})
    need = max(REPEATS, 0.4 * len(marks))
    rules: dict[tuple[int, ...], Rect] = {}
    for page_marks in marks:
        rules.update((_place(rule), rule) for rule in page_marks.rules if seen[_place(rule)] >= need)
        page_marks.rules = [box for box in page_marks.rules if seen[_place(box)] < need]
        page_marks.blobs = [box for box in page_marks.blobs if seen[_place(box)] < need]
    return list(rules.values())


def _place(box: Rect) -> tuple[int, ...]:
    return tuple(round(side / 2) for side in box)


def _running_heads(edges: Sequence[list[Line]]) -> set[tuple[int, str]]:
    """Height (in 3 pt steps) and masked text of the lines that come back."""
    where: dict[tuple[int, str], set[int]] = defaultdict(set)
    for found in edges:
        for line in found:
            for key in _keys(line):
                where[key].add(line.page)
    need = REPEATS if len(edges) > SHORT else 2
    return {key for key, numbers in where.items() if len(numbers) >= need}


def _keys(line: Line) -> tuple[tuple[int, str], ...]:
    text = _masked(line)
    step = round(line.baseline / 3)
    return tuple((near, text) for near in (step - 1, step, step + 1))


def _masked(line: Line) -> str:
    return DIGITS.sub("#", line.text)[:60]


def _at_edge(page: Page, line: Line) -> bool:
    return line.rect[3] < EDGE * page.height or line.rect[1] > (1 - EDGE) * page.height


def _strip_page(
    page: Page,
    lines: list[Line],
    edge: dict[int, Line],
    free: Sequence[Line],
    heads: set[tuple[int, str]],
) -> list[Line]:
    numbers = _line_numbers(page, lines)
    heights = {height for height, _ in heads}
    turned = {text for _, text in heads if len(text) >= TELLING}
    kept = []
    for line in lines:
        head = line.rotated and _masked(line) in turned
        if id(line) in edge and not head:
            height, text = _keys(line)[1]
            head = (height, text) in heads
            head = head or (height in heights and line in free and _outermost(line, lines))
        number = id(line) in edge and PAGE_NUMBER.match(line.text) and _alone(line, lines)
        outside = not touches(line.rect, (0, 0, page.width, page.height))
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


def _outermost(line: Line, lines: list[Line]) -> bool:
    """No upright line of the page stands further out."""
    upright = [other for other in lines if not other.rotated]
    above = all(other.baseline > line.baseline - 2 for other in upright)
    return above or all(other.baseline < line.baseline + 2 for other in upright)


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
