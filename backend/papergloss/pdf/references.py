"""The list of references: which paragraphs, and where one entry ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from papergloss.pdf.line import Line, union
from papergloss.pdf.paragraphs import ENTRY, Paragraph
from papergloss.pdf.profile import Profile

NUMBER_DOT = re.compile(r"^\d{1,3}\.\s+\S")
LAST_THIRD = 0.6
"""Share of the paragraphs after which a list without a heading may begin (PRL style)."""


def find_references(
    paragraphs: Sequence[Paragraph],
    bounds: tuple[int | None, int | None],
    floating: Container[int],
    usual: Profile,
) -> list[Paragraph]:
    """Give back `paragraphs` with the reference list (`bounds`: first, one past the last) cut into entries.

    Paragraphs inside floats (`floating`, by `id`) are none.
    Without a heading, the list begins at the first run of `[1]`, `[2]` in the last part of the paper.
    """
    begins, ends = bounds
    if begins is None:
        begins = _unheaded(paragraphs)
    if begins is None:
        return list(paragraphs)
    head, inside = paragraphs[:begins], paragraphs[begins:ends]
    tail = paragraphs[ends:] if ends is not None else []
    texts = [item for item in inside if item.role in ("other", "body") and id(item) not in floating]
    kept = {id(item) for item in texts}
    others = [item for item in inside if id(item) not in kept]
    return [*head, *_entries(texts, usual), *others, *tail]


def _unheaded(paragraphs: Sequence[Paragraph]) -> int | None:
    start = int(LAST_THIRD * len(paragraphs))
    for index in range(start, len(paragraphs) - 1):
        if re.match(r"^\[\s?1\s?\]", paragraphs[index].text):
            return index
    return None


def _entries(texts: Sequence[Paragraph], usual: Profile) -> list[Paragraph]:
    lines = [line for paragraph in texts for line in paragraph.lines]
    if not lines:
        return []
    starts = _entry_test(lines, usual)
    groups: list[list[Line]] = []
    breaks = {id(paragraph.lines[0]) for paragraph in texts}
    for line in lines:
        same_page = groups and groups[-1][-1].page == line.page
        begins = starts(line) if starts else id(line) in breaks
        if begins or not same_page:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Paragraph(group, union(line.rect for line in group), "reference") for group in groups]


def _entry_test(lines: Sequence[Line], usual: Profile):  # type: ignore[no-untyped-def]
    """How this list begins an entry: with a mark, with a number, or by standing out of the indented lines."""
    for pattern in (ENTRY, NUMBER_DOT):
        if sum(bool(pattern.match(line.text)) for line in lines) >= max(2, 0.08 * len(lines)):
            return lambda line: bool(pattern.match(line.text))
    lefts: dict[tuple[int, float], Counter[int]] = {}
    for line in lines:
        lefts.setdefault((line.page, usual.column_of(line.rect)[0]), Counter())[round(line.rect[0])] += 1
    edges = {
        key: min(x for x, count in counter.items() if count >= 2 or len(counter) == 1)
        if any(count >= 2 for count in counter.values()) or len(counter) == 1
        else min(counter)
        for key, counter in lefts.items()
    }
    out = [line for line in lines if line.rect[0] <= edges[line.page, usual.column_of(line.rect)[0]] + 3]
    if 0.08 * len(lines) <= len(out) <= 0.75 * len(lines):
        ids = {id(line) for line in out}
        return lambda line: id(line) in ids
    return None
