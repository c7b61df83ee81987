"""Which paragraphs are headings: by number, weight, size and name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from papergloss.pdf.numbering import NUMBERED, follows, path_of
from papergloss.pdf.paragraphs import APPENDIX_LABEL, LABEL, Paragraph, capitals
from papergloss.pdf.profile import Profile

CANONICAL = re.compile(
    r"^(?:abstract|introduction|background|preliminaries|related works?|prior work|"
    r"(?:materials and )?methods?|methodology|"
    r"(?:experimental )?results?(?: and discussions?)?|experiments?|evaluation|"
    r"discussions?(?: and conclusions?)?|limitations|"
    r"(?:summary and )?conclusions?(?: and (?:future work|outlook|discussions?))?|concluding remarks|"
    r"summary|future work|"
    r"acknowledge?ments?|references?|bibliography|references and notes|literature cited|appendix|appendices|"
    r"supplementary (?:materials?|information)|ethics statement|broader impacts?|reproducibility statement|"
    r"author contributions|contributions|notation)\.?$",
    re.IGNORECASE,
)
TOP = re.compile(
    r"abstract|introduction|conclusions?|acknowledge?ments?|references?|bibliography|appendi", re.IGNORECASE
)
"""Names that only sections of the first level have."""
SPACED = re.compile("(?:[A-Z] ){3,}[A-Z]")
"""A title set with spaces between its letters (Elsevier)."""
LONGEST = 160
"""Characters: longer paragraphs are no headings."""
BIGGER = 1.07
"""Times the body size at which weight is not needed."""


@dataclass(slots=True, eq=False)
class Heading:
    """A heading with its printed number (None without) and level (1 is a section)."""

    paragraph: Paragraph
    title: str
    number: str | None
    level: int
    appendix: bool = False
    """Its number follows the word."""


SIBLING = 15.0
"""Ems: table cells are narrower and nearer; the next column's text is wider."""

Style = tuple[str, int, bool]


def find_headings(paragraphs: Sequence[Paragraph], usual: Profile) -> list[Heading]:
    """The headings in reading order, from paragraphs that are neither caption nor inside a float."""
    numbered: list[Heading] = []
    named: list[Heading] = []
    for before, paragraph, after in zip(
        [None, *paragraphs], paragraphs, [*paragraphs[1:], None], strict=False
    ):
        if _could_be(paragraph, usual) and not (
            _level_with(paragraph, before) or _level_with(paragraph, after)
        ):
            heading = _read(paragraph)
            (numbered if heading.number else named).append(heading)
    numbered = _in_sequence(numbered)
    known = [item for item in named if CANONICAL.match(item.title) or APPENDIX_LABEL.match(item.title)]
    styles = _styles(numbered, known)
    chosen = [item for item in named if item in known or _same_style(item, styles)]
    for item in chosen:
        item.level = 1 if TOP.match(item.title) else styles.get(_style(item.paragraph), 1)
    order = {id(paragraph): index for index, paragraph in enumerate(paragraphs)}
    return sorted([*numbered, *chosen], key=lambda item: order[id(item.paragraph)])


def _could_be(paragraph: Paragraph, usual: Profile) -> bool:
    text, first = paragraph.text.strip(), paragraph.lines[0]
    if paragraph.role in ("caption", "footnote", "front") or len(text) > LONGEST or _rows(paragraph) > 3:
        return False
    if (
        first.rotated
        or not any(char.isalpha() for char in text)
        or LABEL.match(text)
        or text.endswith((",", ";", "-"))
    ):
        return False
    return emphasised(paragraph, usual)


def _rows(paragraph: Paragraph) -> int:
    """Printed rows: a justified heading may come as one line a word."""
    return len({round(line.baseline) for line in paragraph.lines})


def _level_with(paragraph: Paragraph, other: Paragraph | None) -> bool:
    """The two stand side by side, close: cells of a table's head."""
    if other is None or other.page != paragraph.page:
        return False
    first, second = paragraph.lines[0], other.lines[0]
    gap = max(first.rect[0] - second.rect[2], second.rect[0] - first.rect[2])
    return (
        abs(first.baseline - second.baseline) < 1
        and 0 < gap < SIBLING * first.size
        and second.width < SIBLING * first.size
    )


def emphasised(paragraph: Paragraph, usual: Profile) -> bool:
    """Bold, bigger, capitals, or (with a number) italic."""
    text = paragraph.text
    if all(line.bold for line in paragraph.lines) or paragraph.size >= BIGGER * usual.body:
        return paragraph.size >= 0.85 * usual.body
    if capitals(text):
        return True
    numbered = NUMBERED.match(text)
    if (
        CANONICAL.match(text)
        or APPENDIX_LABEL.match(text)
        or (numbered and CANONICAL.match(numbered["title"]))
    ):
        return True
    return bool(numbered) and all(line.italic for line in paragraph.lines)


def _read(paragraph: Paragraph) -> Heading:
    text = re.sub(r"\s+", " ", paragraph.text).strip()
    if SPACED.fullmatch(text):
        text = text.replace(" ", "")
    match = NUMBERED.match(text)
    if not match:
        return Heading(paragraph, text.rstrip(":"), None, 1)
    number = next(match[name] for name in ("appendix", "arabic", "roman", "letter", "sign") if match[name])
    return Heading(paragraph, match["title"].strip(), number, number.count(".") + 1, bool(match["appendix"]))


def _in_sequence(found: list[Heading]) -> list[Heading]:
    """Drop numbered lines that do not count on: list items, table rows, footers."""
    kept: list[Heading] = []
    romans = _in_romans(found)
    last: list[int] = []
    for item in found:
        path = path_of(item.number or "", romans)
        if not path or (len(item.title) > 60 and item.title.rstrip().endswith(".")):
            continue
        if romans and re.fullmatch(r"\d{1,2}", item.number or ""):
            item.level = 3
            kept.append(item)
        elif romans and re.fullmatch("[A-Z]" if item.appendix else "[A-HJ-UWYZ]", item.number or ""):
            item.level = 1 if item.appendix else 2
            kept.append(item)
        elif follows(last, path, bool(kept) and _style(kept[-1].paragraph) == _style(item.paragraph)):
            last = path
            kept.append(item)
    return kept


def _in_romans(found: list[Heading]) -> bool:
    """Whether the sections count I, II, III: three such numbers, before any other."""
    plain = [item.number for item in found if item.number and re.fullmatch(r"[IVX]+|\d{1,2}", item.number)]
    return sum(not number.isdigit() for number in plain) >= 3 and not plain[0].isdigit()


def _style(paragraph: Paragraph) -> Style:
    line = paragraph.lines[0]
    return (line.font, round(line.size), paragraph.text.isupper())


def _styles(numbered: list[Heading], canonical: list[Heading]) -> dict[Style, int]:
    """The styles that headings of this document have, with their level."""
    levels: dict[Style, Counter[int]] = {}
    for item in [*numbered, *canonical]:
        levels.setdefault(_style(item.paragraph), Counter())[item.level] += 1
    return {
        style: counter.most_common(1)[0][0] for style, counter in levels.items() if sum(counter.values()) >= 2
    }


def _same_style(item: Heading, styles: dict[Style, int]) -> bool:
    words = item.title.split()
    return (
        _style(item.paragraph) in styles
        and 1 <= len(words) <= 14
        and len(item.title) > 3
        and item.title[0].isalpha()
    )
