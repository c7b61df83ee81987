"""What the steps work on: a PDF whose pages were read, on its way to a Document."""

from __future__ import annotations

from dataclasses import dataclass, field

from papergloss.pdf.document import Note, Rect
from papergloss.pdf.extract import RawPage
from papergloss.pdf.limits import Limits
from papergloss.pdf.sections import OutlineEntry


@dataclass(slots=True)
class Reading:
    """A PDF on its way to a Document."""

    sha256: str
    page_count: int
    pages: list[RawPage]
    outline: list[OutlineEntry]
    notes: list[Note]
    limits: Limits
    page_rules: list[Rect] = field(default_factory=list)
    """Rules that stand on most pages; they are in no page's marks."""
