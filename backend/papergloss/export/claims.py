"""What an export says about one claim: where it stands, and what code found."""

from __future__ import annotations

from collections.abc import Callable

from papergloss.export.escape import escape
from papergloss.export.words import Words
from papergloss.gloss.card import Claim


def notes(claim: Claim, words: Words, *, by_reader: bool = False, write: Callable[[str], str] = str) -> str:
    """Pages, and the verdict. `write` makes the model's own words safe for the form."""
    said = []
    if pages := sorted({item.page for item in claim.evidence if item.rects}):
        said.append(words["page"].format(pages=", ".join(map(str, pages))))
    if any(item.found_by == "search" for item in claim.evidence):
        said.append(words["search"])
    if by_reader:
        said.append(words["corrected"])
    elif claim.check.status == "supported":
        said.append("✓")
    elif claim.check.status == "unchecked":
        said.append(words["unchecked"])
    else:
        said.append("⚠ " + words[claim.check.status].format(detail=write(claim.check.detail or "")))
    return "; ".join(said)


def escaped_notes(claim: Claim, words: Words, *, by_reader: bool = False) -> str:
    """The same for Markdown."""
    return notes(claim, words, by_reader=by_reader, write=escape)
