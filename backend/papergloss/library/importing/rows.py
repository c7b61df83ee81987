"""What stands in a file that is imported, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadInput
from papergloss.export.record import Record


def unreadable(detail: str, hint: str = "docs/library.md says what can be imported.") -> BadInput:
    """The error of a file of which nothing can be imported."""
    return BadInput(detail, hint)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a paper, or an id of which arXiv must be asked, or what is wrong with it."""

    place: int
    """Counted from 1."""
    label: str
    """What the file calls it."""
    record: Record | None = None
    asked: ArxivId | None = None
    problem: str | None = None
