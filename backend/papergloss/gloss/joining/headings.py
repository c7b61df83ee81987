"""Headings as the author wrote them, where the PDF has the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papergloss.arxiv.html_paper import HtmlSection
from papergloss.pdf.document import Section
from papergloss.pdf.wording import squash


def join_headings(sections: Sequence[Section], written: Sequence[HtmlSection]) -> tuple[Section, ...]:
    """The sections with title, level and number of the HTML where both print the same letters.

    Abstract and references stay as the PDF has them; a title that stands twice is told apart by its number.
    """
    by_title: dict[str, list[HtmlSection]] = {}
    for heading in written:
        by_title.setdefault(squash(heading.title), []).append(heading)
    return tuple(_joined(section, by_title.get(squash(section.title), [])) for section in sections)


def _joined(section: Section, same: list[HtmlSection]) -> Section:
    same = [heading for heading in same if section.number in (None, heading.number)]
    if len(same) != 1 or section.role in ("abstract", "references"):
        return section
    heading = same[0]
    role = "appendix" if heading.role == "appendix" else section.role
    return replace(section, title=heading.title, level=heading.level, number=heading.number, role=role)
