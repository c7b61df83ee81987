"""What repeats around the text: running heads, page numbers, line numbers, arXiv's stamp."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from papergloss.pdf.chains import rule_chains
from papergloss.pdf.document import Page, Rect
from papergloss.pdf.geometry import grow, share_inside, touches
from papergloss.pdf.line import Line
from papergloss.pdf.line_numbers import line_numbers
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
COMMON = 0.3
"""Share of the pages that have a running head at a height where lines of other words are heads too."""
STAMP = re.compile(r"^\s*arXiv:\s?\S+(\s+\[[\w.-]+\])?(\s+\d{1,2}\s+\w{3}\s+\d{4})?", re.IGNORECASE)
PAGE_NUMBER = re.compile(
    r"^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE
)
DIGITS = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)


def strip(pages: Sequence[Page], lines: Sequence[list[Line]], marks: Sequence[Marks]) -> list[list[Line]]:
    """The lines of each page without its furniture."""
    counting = line_numbers(lines)
    lines = [[line for line in found if id(line) not in counting] for found in lines]
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


@dataclass(frozen=True, slots=True)
class _Heads:
    """What comes back: words at a height (in 3 pt steps), and how the lines at a height are set."""

    words: set[tuple[int, str]]
    styles: set[tuple[int, str, int]]


def _running_heads(edges: Sequence[list[Line]]) -> _Heads:
    where: dict[tuple[int, str], set[int]] = defaultdict(set)
    for found in edges:
        for line in found:
            for key in _keys(line):
                where[key].add(line.page)
    need = REPEATS if len(edges) > SHORT else 2
    words = {key for key, numbers in where.items() if len(numbers) >= need}
    common: dict[int, set[int]] = defaultdict(set)
    for height, text in words:
        common[height] |= where[height, text]
    usual = {height for height, numbers in common.items() if len(numbers) >= COMMON * len(edges)}
    styles = {
        (height, *_style(line))
        for found in edges for line in found
        for height, text in _keys(line) if height in usual and (height, text) in words
    }  # fmt: skip
    return _Heads(words, styles)


def _style(line: Line) -> tuple[str, int]:
    return line.font, round(line.size)


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
    heads: _Heads,
) -> list[Line]:
    turned = {text for _, text in heads.words if len(text) >= TELLING}
    kept = []
    for line in lines:
        head = line.rotated and _masked(line) in turned
        if id(line) in edge and not head:
            height, text = _keys(line)[1]
            head = (height, text) in heads.words
            alike = (height, *_style(line)) in heads.styles
            head = head or (alike and line in free and _outermost(line, lines))
        number = id(line) in edge and PAGE_NUMBER.match(line.text) and _alone(line, lines)
        outside = not touches(line.rect, (0, 0, page.width, page.height))
        if not (head or number or outside or _is_stamp(page, line)):
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
