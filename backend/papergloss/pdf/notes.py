"""Footnotes, and notes in the margin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papergloss.pdf.document import Page, Rect
from papergloss.pdf.geometry import grow, touches
from papergloss.pdf.paragraphs import Paragraph
from papergloss.pdf.profile import Profile

MARK = re.compile(r"^(?:[*†‡§¶∗⋆♯#]+|\d{1,3}|[a-z])\s?[^\W\d_]|^(?:[*†‡§¶∗⋆]+|\d{1,2})\s")
SMALL = 0.94
"""Times the body size; LaTeX sets notes at 8 pt under 10 (.8), 9 under 10.9 (.83), 10 under 12 (.83)."""
LOW = 0.5
"""Share of the page's height below which notes stand."""

BESIDE = 4.0
"""Points between the text area and a margin note: less is a hanging mark."""
TELLING = 12
"""Letters of a margin note; less is a label."""
LABELS = 30.0
"""Points around a drawing in which its labels stand."""


def find_footnotes(
    paragraphs: Sequence[Paragraph], rules: Sequence[Rect], page: Page, usual: Profile
) -> None:
    """Set the role `footnote`: small text with a mark or under a short rule, and no body text below it."""
    for paragraph in paragraphs:
        small = paragraph.size < SMALL * usual.body and paragraph.rect[1] > LOW * page.height
        if paragraph.role != "other" or not small or paragraph.lines[0].rotated:
            continue
        marked = MARK.match(paragraph.text) and (
            paragraph.lines[0].lead_super or paragraph.text[0] in "*†‡§¶∗⋆"
        )
        note = marked or _under_rule(paragraph, rules, usual) or _below_note(paragraph, paragraphs, usual)
        if note and not _text_below(paragraph, paragraphs, usual):
            paragraph.role = "footnote"


def find_margin_notes(paragraphs: Sequence[Paragraph], drawings: Sequence[Rect], usual: Profile) -> None:
    """Set the role `front` on text that stands wholly beside the text area, and is no label of a drawing."""
    for paragraph in paragraphs:
        x0, _, x1, _ = paragraph.rect
        beside = x0 > usual.right + BESIDE or x1 < usual.left - BESIDE
        if paragraph.role != "other" or not beside or paragraph.lines[0].rotated:
            continue
        words = sum(char.isalpha() for char in paragraph.text) > TELLING
        if words and not any(touches(grow(drawing, LABELS), paragraph.rect) for drawing in drawings):
            paragraph.role = "front"


def _under_rule(paragraph: Paragraph, rules: Sequence[Rect], usual: Profile) -> bool:
    """LaTeX's footnote rule: .4 of the column (2 inches in some classes), at the column's left edge."""
    x0, x1 = usual.column_of(paragraph.rect)
    for rule in rules:
        length = rule[2] - rule[0]
        at_edge = abs(rule[0] - x0) < 6 and 0.15 * (x1 - x0) < length < 0.6 * (x1 - x0)
        if at_edge and -2 < paragraph.rect[1] - rule[1] < 1.5 * usual.leading:
            return True
    return False


def _below_note(paragraph: Paragraph, others: Sequence[Paragraph], usual: Profile) -> bool:
    """Under a footnote of its column only notes stand: the first page's conference line."""
    column = usual.column_of(paragraph.rect)
    return any(
        other.role == "footnote"
        and other.rect[3] <= paragraph.rect[1] + 2
        and usual.column_of(other.rect) == column
        for other in others
    )


def _text_below(paragraph: Paragraph, others: Sequence[Paragraph], usual: Profile) -> bool:
    column = usual.column_of(paragraph.rect)
    return any(
        other.rect[1] > paragraph.rect[3] - 2
        and usual.is_body_size(other.size)
        and len(other.text) > 40
        and other.rect[0] < column[1] and other.rect[2] > column[0]
        for other in others
    )  # fmt: skip
