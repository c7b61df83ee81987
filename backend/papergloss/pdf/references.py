"""The list of references: which paragraphs, and where one entry ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence

from papergloss.pdf.classify import MONO
from papergloss.pdf.line import Line, union
from papergloss.pdf.paragraphs import ENTRY, RAISED_ENTRY, Paragraph
from papergloss.pdf.profile import Profile

NUMBER_DOT = re.compile(r"^\d{1,3}\.\s+\S")
BRACKETED = re.compile(r"^\[\s?(\d{1,3})\s?\]")
RUN = 4
"""Entries that count up from 1 before a list without a heading is one (PRL style)."""
REACH = 15
"""Lines in which the next entry begins."""


def find_references(
    paragraphs: Sequence[Paragraph],
    headings: Mapping[int, bool],
    floating: Container[int],
    usual: Profile,
) -> list[Paragraph]:
    """Give back `paragraphs` with the reference lists cut into entries; a supplement may have its own.

    Args:
        paragraphs: the whole paper's, in reading order.
        headings: ids of those that are headings, and whether it is that of a list of references.
        floating: ids of those inside floats; they are no entries.
        usual: the document's measures.
    """
    flow, unheaded = _divide(paragraphs)
    done: list[Paragraph] = []
    entries: list[Paragraph] | None = None
    for item in flow:
        heading = id(item) in headings
        if heading or (entries is None and id(item) in unheaded):
            done += _cut(entries or [], floating, usual)
            entries = [] if headings.get(id(item), True) else None
        (done if heading or entries is None else entries).append(item)
    return [*done, *_cut(entries or [], floating, usual)]


def _cut(inside: Sequence[Paragraph], floating: Container[int], usual: Profile) -> list[Paragraph]:
    """A list's entries, then what else stands among them."""
    raised = sum(line.lead_super and _number(line) is not None for item in inside for line in item.lines)
    roles = {"other", "body", "footnote"} if raised >= RUN else {"other", "body"}
    texts = [item for item in inside if item.role in roles and id(item) not in floating]
    kept = {id(item) for item in texts}
    return [*_entries(texts, usual), *(item for item in inside if id(item) not in kept)]


def _divide(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], set[int]]:
    """The paragraphs, cut where a list begins that no heading announces, and the ids of those firsts."""
    lines = [
        (item, place) for item in paragraphs if item.role in ("other", "body", "footnote")
        for place in range(len(item.lines))
    ]  # fmt: skip
    begins = {
        id(item): place for at, (item, place) in enumerate(lines)
        if _number(item.lines[place]) == 1
        and _counts([item.lines[place] for item, place in lines[at : at + RUN * REACH]])
    }  # fmt: skip
    flow: list[Paragraph] = []
    firsts: set[int] = set()
    for item in paragraphs:
        flow.append(item)
        place = begins.get(id(item))
        if place:
            flow.append(
                Paragraph(item.lines[place:], union(line.rect for line in item.lines[place:]), item.role)
            )
            item.lines = item.lines[:place]
            item.rect = union(line.rect for line in item.lines)
        if place is not None:
            firsts.add(id(flow[-1]))
    return flow, firsts


def _counts(lines: Sequence[Line]) -> bool:
    """Whether the numbers at the lines' beginnings, of one kind, go up one by one from the first's."""
    last = since = 0
    for line in lines:
        since += 1
        if line.lead_super == lines[0].lead_super and _number(line) == last + 1:
            last, since = last + 1, 0
        if last == RUN or since > REACH:
            break
    return last == RUN


def _number(line: Line) -> int | None:
    """The number with which an entry begins: in brackets, or raised."""
    if not line.lead_super and line.text[0] != "[":
        return None
    found = (RAISED_ENTRY if line.lead_super else BRACKETED).match(line.text)
    return int(found[1]) if found and not MONO.search(line.font) else None


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


def _entry_test(lines: Sequence[Line], usual: Profile) -> Callable[[Line], bool] | None:
    """How this list begins an entry: with a mark, with a number, or by standing out of the indented lines."""
    least = max(2, 0.08 * len(lines))
    for pattern in (ENTRY, NUMBER_DOT):
        if sum(bool(pattern.match(line.text)) for line in lines) >= least:
            return _begins_with(pattern)
    if sum(line.lead_super and _number(line) is not None for line in lines) >= least:
        return lambda line: line.lead_super and _number(line) is not None
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


def _begins_with(pattern: re.Pattern[str]) -> Callable[[Line], bool]:
    return lambda line: bool(pattern.match(line.text))
