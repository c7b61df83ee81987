"""Passages: paragraphs joined over columns and pages, numbered, with their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from papergloss.pdf.document import Part, Passage, PassageKind, Rect, Words
from papergloss.pdf.line import MATH_SHARE, Line
from papergloss.pdf.paragraphs import ENDS, ENTRY, Paragraph
from papergloss.pdf.wording import flow, vocabulary

PROSE_LINES = 3
LONGEST = 1800
"""Characters after which a passage takes in no further paragraph: about twice a long paragraph."""


@dataclass(slots=True, eq=False)
class Float:
    """A region of a page with the paragraphs in it; `tabular` for tables and algorithms."""

    tabular: bool
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def in_rows(self) -> bool:
        """Whether to read it row by row; cells of running text are read one after the other."""
        lines = [len(item.lines) for item in self.paragraphs if len(item.lines) >= PROSE_LINES]
        return self.tabular and sum(lines) < 0.4 * sum(len(item.lines) for item in self.paragraphs)


@dataclass(slots=True, eq=False)
class _Draft:
    kind: PassageKind
    section: int | None
    lines: list[Line]
    rows: bool = False


def build(
    paragraphs: Sequence[Paragraph], sections: Mapping[int, int], floats: Sequence[Float]
) -> tuple[tuple[Passage, ...], Words, dict[int, int]]:
    """Number the passages.

    Args:
        paragraphs: the whole paper's, in reading order, each with its role.
        sections: index of the section that a heading paragraph (by `id`) opens.
        floats: what stands inside figures and tables.

    Returns:
        the passages; the table of words; the passage number of each paragraph (by `id`).
    """
    drafts, owner, headings = _drafts(paragraphs, sections, floats)
    known = vocabulary([word.text for word in line.words] for item in paragraphs for line in item.lines)
    numbers = {id(draft): n for n, draft in enumerate(drafts, 1)}
    passages = tuple(_passage(n, draft, known) for n, draft in enumerate(drafts, 1))
    words = _words(paragraphs, drafts, headings)
    return passages, words, {key: numbers[id(draft)] for key, draft in owner.items()}


def _drafts(
    paragraphs: Sequence[Paragraph], sections: Mapping[int, int], floats: Sequence[Float]
) -> tuple[list[_Draft], dict[int, _Draft], set[int]]:
    inside = {id(item): place for place in floats for item in place.paragraphs}
    started: dict[int, _Draft] = {}
    drafts: list[_Draft] = []
    owner: dict[int, _Draft] = {}
    headings: set[int] = set()
    section: int | None = None
    body: _Draft | None = None
    for paragraph in paragraphs:
        place = inside.get(id(paragraph))
        if id(paragraph) in sections:
            section, body = sections[id(paragraph)], None
            headings.add(id(paragraph))
            continue
        if place is not None:
            draft = started.get(id(place))
            if draft is None:
                draft = started[id(place)] = _Draft(
                    "table" if place.tabular else "boilerplate", section, [], place.in_rows
                )
                drafts.append(draft)
        elif body is not None and _goes_on(body, paragraph):
            draft = body
        else:
            draft = _Draft(_kind(paragraph), section, [])
            drafts.append(draft)
            body = draft if draft.kind == "body" else body
        draft.lines.extend(paragraph.lines)
        owner[id(paragraph)] = draft
    return drafts, owner, headings


def _kind(paragraph: Paragraph) -> PassageKind:
    if paragraph.role in ("caption", "footnote", "reference"):
        return paragraph.role
    return "boilerplate" if paragraph.role == "front" or paragraph.lines[0].rotated else "body"


def _goes_on(body: _Draft, paragraph: Paragraph) -> bool:
    """Whether a paragraph continues the running one: a formula, or text whose sentence has not ended."""
    if _kind(paragraph) != "body" or sum(len(line.text) for line in body.lines) > LONGEST:
        return False
    last, first = body.lines[-1], paragraph.lines[0]
    if first.page - last.page > 2 or ENTRY.match(first.text):
        return False
    if max(line.math for line in paragraph.lines) > MATH_SHARE and len(paragraph.lines) < 4:
        return True
    if len(paragraph.text) < 12 and not first.lead_bold:
        return True
    starts_low = first.text[:1].islower() or first.text[:1] in "(=+<≤∈,;"
    open_end = not last.text.rstrip(")]’'”\"").endswith(ENDS)
    return (starts_low or open_end) and not (first.lead_bold and not last.bold)


def _passage(n: int, draft: _Draft, known: set[str]) -> Passage:
    if draft.rows:
        text = "\n".join(
            " ".join(word.text for line in row for word in line.words) for row in inin_rows(draft.lines)
        )
    else:
        text = flow([[word.text for word in line.words] for line in draft.lines], known)
    pages: dict[int, list[Rect]] = {}
    for line in draft.lines:
        pages.setdefault(line.page, []).append(line.rect)
    parts = tuple(Part(page, tuple(rects)) for page, rects in pages.items())
    return Passage(
        n, draft.kind, text, parts, draft.section, any(line.math > MATH_SHARE for line in draft.lines)
    )


def inin_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Cells on one baseline are a row, left to right; rows from the top down, page by page."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.page, _height(line))):
        last = rows[-1][0] if rows else None
        if last and last.page == line.page and abs(_height(last) - _height(line)) < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: -line.rect[3] if line.rotated else line.rect[0]) for row in rows]


def _height(line: Line) -> float:
    """Where its baseline stands as it is read; sideways text mostly runs upwards."""
    return line.rect[2] if line.rotated else line.baseline


def _words(paragraphs: Sequence[Paragraph], drafts: Sequence[_Draft], headings: set[int]) -> Words:
    """Words in passage order; a heading's words (passage 0) stand where the heading stands."""
    passage_of = {id(line): n for n, draft in enumerate(drafts, 1) for line in draft.lines}
    order: list[tuple[int, Line]] = []
    done: set[int] = set()
    for paragraph in paragraphs:
        if id(paragraph) in headings:
            order.extend((0, line) for line in paragraph.lines)
            continue
        n = passage_of[id(paragraph.lines[0])]
        if n not in done:
            done.add(n)
            draft = drafts[n - 1]
            lines = [line for row in inin_rows(draft.lines) for line in row] if draft.rows else draft.lines
            order.extend((n, line) for line in lines)
    flat = [(word.text, line.page, word.rect, n) for n, line in order for word in line.words]
    if not flat:
        return Words()
    text, page, rect, passage = zip(*flat, strict=True)
    return Words(text, page, rect, passage)
