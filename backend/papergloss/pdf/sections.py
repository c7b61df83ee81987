"""Sections: the PDF's own outline first, then what looks like a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papergloss.pdf.document import Section
from papergloss.pdf.headings import Heading, find_headings
from papergloss.pdf.numbering import NUMBERED
from papergloss.pdf.paragraphs import Paragraph
from papergloss.pdf.profile import Profile
from papergloss.pdf.wording import squash

OutlineEntry = tuple[int, str, int]
"""Level, title, page."""
REFERENCES = re.compile(
    r"(?:(?:list of|supplementa(?:l|ry)|additional|cited|key|main) )*"
    r"(?:references?|bibliography|literature|works cited|références|bibliographie|referencias|bibliografía|"
    r"literatur|literaturverzeichnis|r\s?e\s?f\s?e\s?r\s?e\s?n\s?c\s?e\s?s)"
    r"(?: (?:cited|list|and (?:further )?(?:notes|reading)|and links))?",
    re.IGNORECASE,
)
APPENDIX = re.compile(r"appendi|supplement|additional (?:details|results|experiments)", re.IGNORECASE)
CONTENTS = re.compile(r"^\s*(?:table of )?contents\s*$", re.IGNORECASE)
LISTED = 3
"""Page numbers on lines of their own by which the next page of a contents list is known."""
LEADERS = re.compile(r"(?:\.\s?){4,}|(?:·\s?){4,}")
RUN_IN_ABSTRACT = re.compile(r"^\s*a\s?b\s?s\s?t\s?r\s?a\s?c\s?t\s?(?:[.:—–-]|$|\s(?=[A-Z]))", re.IGNORECASE)


def find_sections(
    paragraphs: Sequence[Paragraph], outline: Sequence[OutlineEntry], usual: Profile
) -> tuple[list[Section], dict[int, int]]:
    """The sections, and for each heading paragraph (by `id`) the index of its section.

    A title of the outline counts only where its text stands on its page.
    """
    skip_contents(paragraphs)
    open_to = [item for item in paragraphs if item.role in ("other", "body", "heading")]
    headings = {id(item.paragraph): item for item in find_headings(open_to, usual)}
    headings.update(_from_outline(open_to, outline))
    ordered = [headings[id(item)] for item in paragraphs if id(item) in headings]
    ordered = _without_doubles(ordered)
    sections: list[Section] = []
    index: dict[int, int] = {}
    for heading in ordered:
        heading.paragraph.role = "heading"
        index[id(heading.paragraph)] = len(sections)
        sections.append(_section(heading, sections))
    return sections, index


def skip_contents(paragraphs: Sequence[Paragraph]) -> None:
    """A printed table of contents is no text: its lines (dot leaders, page numbers) become front matter."""
    listed = _listed_heights(paragraphs)
    for paragraph in paragraphs:
        if (paragraph.page, round(paragraph.lines[0].baseline)) in listed:
            paragraph.role = "front"
        dotted = sum(len(line.text) > 20 and bool(LEADERS.search(line.text)) for line in paragraph.lines)
        if dotted and dotted >= 0.3 * len(paragraph.lines) and paragraph.role in ("other", "body"):
            paragraph.role = "front"


def _listed_heights(paragraphs: Sequence[Paragraph]) -> set[tuple[int, int]]:
    """Page and height of the page numbers of a contents list without leaders, over all its pages."""
    numbers: dict[int, list[int]] = {}
    for item in paragraphs:
        if item.text.replace(" ", "").isdigit():
            numbers.setdefault(item.page, []).extend(round(line.baseline) for line in item.lines)
    pages = {item.page for item in paragraphs if CONTENTS.match(item.text)}
    for page in sorted(numbers):
        if page - 1 in pages and len(numbers[page]) >= LISTED:
            pages.add(page)
    return {(page, height) for page in pages for height in numbers.get(page, ())}


def _from_outline(paragraphs: Sequence[Paragraph], outline: Sequence[OutlineEntry]) -> dict[int, Heading]:
    found: dict[int, Heading] = {}
    by_page: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if len(paragraph.lines) <= 4 and len(paragraph.text) < 220:
            by_page.setdefault(paragraph.page, []).append(paragraph)
    for level, title, page in outline:
        wanted = squash(title)
        for paragraph in by_page.get(page, []):
            text = squash(paragraph.text)
            if (
                len(wanted) >= 3
                and text.endswith(wanted)
                and len(text) - len(wanted) <= 6
                and id(paragraph) not in found
            ):
                match = NUMBERED.match(paragraph.text.strip())
                groups = match.groupdict() if match else {}
                number = next((value for name, value in groups.items() if value and name != "title"), None)
                shown = match["title"].strip() if match and number else paragraph.text.strip()
                found[id(paragraph)] = Heading(paragraph, shown, number, max(1, level))
                break
    top = min((heading.level for heading in found.values()), default=1)
    romans = any(re.fullmatch("[IVX]+", heading.number or "") for heading in found.values())
    for heading in found.values():  # RevTeX's outline has the title as its only first level
        heading.level -= top - 1
        number = heading.number or ""
        if "." in number or (number.isdigit() and not romans):
            heading.level = number.count(".") + 1
    return found


def _without_doubles(headings: list[Heading]) -> list[Heading]:
    """Where one number and title comes twice (contents page), the later is the heading."""
    last = {
        (item.number, squash(item.title)): position for position, item in enumerate(headings) if item.number
    }
    return [
        item for position, item in enumerate(headings)
        if not item.number or last[item.number, squash(item.title)] == position
    ]  # fmt: skip


def _section(heading: Heading, before: Sequence[Section]) -> Section:
    title = heading.title
    past_references = any(section.role == "references" for section in before)
    in_appendix = bool(before) and before[-1].role == "appendix" and heading.level > 1
    role = "body"
    if re.match(r"abstract\b", title, re.IGNORECASE):
        role = "abstract"
    elif heading.level == 1 and REFERENCES.fullmatch(title.rstrip(".:")):
        role = "references"
    elif (
        APPENDIX.match(title)
        or APPENDIX.match(heading.paragraph.text)
        or in_appendix
        or _lettered(heading, before)
        or (past_references and not re.match("acknowledg", title, re.IGNORECASE))
    ):
        role = "appendix"
    return Section(title, heading.level, heading.paragraph.page, heading.number, role)  # type: ignore[arg-type]


def _lettered(heading: Heading, before: Sequence[Section]) -> bool:
    """A, B, C after arabic numbers are appendices (after roman ones they are subsections)."""
    number = heading.number or ""
    arabic = any(section.level == 1 and (section.number or "-")[0].isdigit() for section in before)
    return bool(re.match(r"[A-Z](?:\.|$)", number)) and arabic
