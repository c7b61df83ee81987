"""Which paragraphs are running text, and which are the content of floats."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papergloss.pdf.chains import rule_chains
from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import area, overlap_x, share_inside
from papergloss.pdf.line import MATH_SHARE
from papergloss.pdf.marks import Marks
from papergloss.pdf.paragraphs import Paragraph
from papergloss.pdf.profile import Profile
from papergloss.pdf.sections import RUN_IN_ABSTRACT

MONO = re.compile(r"CMTT|mono|courier|consol|typewriter|inconsolata|txtt|NimbusMon|SFTT|lmtt", re.IGNORECASE)
SUBCAPTION = re.compile(r"^\([a-h]\)\s")
"""A panel's own caption, set smaller than the text."""
LETTERS = 0.6
"""Share of letters in prose; table rows and formulas have fewer."""
FULL = 0.78
"""Share of the column that a line of running text fills."""
SMALLEST_TEXT = 0.72
"""Times the body size: 8 pt notes and references under 10 to 11 pt text."""
NOTE_GAP = 12.0
"""Points between a table's last rule and the first line of its notes."""
FRAME = 0.55
"""Share of the page; a larger blob is a frame around text, not a drawing."""


def classify(paragraphs: Sequence[Paragraph], marks: Marks, usual: Profile, page_area: float) -> list[Rect]:
    """Set the role `body` on running text that has no role yet; give back the page's rule chains."""
    for paragraph in paragraphs:
        if paragraph.role == "other" and is_prose(paragraph, usual):
            paragraph.role = "body"
    captions = [item.rect for item in paragraphs if item.role == "caption"]
    prose = [item.rect for item in paragraphs if item.role == "body" and len(item.lines) >= 2]
    abstracts = [item.rect for item in paragraphs if item.page == 1 and RUN_IN_ABSTRACT.match(item.text)]
    chains = [
        chain for chain in rule_chains(marks.rules, captions, prose)
        if not any(share_inside(abstract, chain) > 0.8 for abstract in abstracts)
    ]  # fmt: skip
    blobs = [blob for blob in marks.blobs if area(blob) < FRAME * page_area]
    for paragraph in paragraphs:
        if paragraph.role == "body":
            inside = any(share_inside(paragraph.rect, chain) > 0.8 for chain in chains)
            drawn = any(share_inside(paragraph.rect, blob) > 0.95 for blob in blobs)
            if inside or (drawn and not _fills_column(paragraph, usual)):
                paragraph.role = "other"
    _adopt(paragraphs, usual, chains, blobs)
    marked = [item for item in paragraphs if item.role == "body" and item.lines[0].lead_super]
    for chain in chains:
        _release_notes(marked, chain)
    return chains


def _release_notes(marked: Sequence[Paragraph], chain: Rect) -> None:
    """A raised mark right under a table's last rule begins its notes, though they are set like text."""
    edge = chain[3]
    for paragraph in marked:
        if 0 <= paragraph.ink[1] - edge < NOTE_GAP and overlap_x(paragraph.rect, chain) > 0:
            paragraph.role = "other"
            edge = paragraph.rect[3]


def _fills_column(paragraph: Paragraph, usual: Profile) -> bool:
    """Set from edge to edge of its column: framed text is inset, so a drawing around it is only large."""
    x0, x1 = usual.column_of(paragraph.rect)
    flush = abs(paragraph.rect[0] - x0) < 2 and abs(paragraph.rect[2] - x1) < 2
    return flush and len(paragraph.lines) >= 2 and usual.is_body_size(paragraph.size)


def is_prose(paragraph: Paragraph, usual: Profile) -> bool:
    """Whether it is set like running text: its size, full lines, mostly letters."""
    first = paragraph.lines[0]
    if first.rotated or MONO.search(first.font) or paragraph.size < SMALLEST_TEXT * usual.body:
        return False
    text = paragraph.text
    if SUBCAPTION.match(text) and paragraph.size < 0.97 * usual.body:
        return False
    if sum(map(str.isalpha, text)) < LETTERS * len(text.replace(" ", "")):
        return False
    column = usual.column_of(paragraph.rect)
    full = [line for line in paragraph.lines if line.width >= FULL * (column[1] - column[0])]
    if usual.is_body_size(paragraph.size):
        return (bool(full) and len(text) > 25) or _justified(paragraph)
    return len(full) >= 2 and len(text) / len(paragraph.lines) > 30


def _justified(paragraph: Paragraph) -> bool:
    """Three or more lines that share both edges: text beside a wrapped figure."""
    inner = paragraph.lines[1:-1]
    if len(inner) < 2 or len(paragraph.text) < 25 * len(paragraph.lines):
        return False
    return all(
        abs(line.rect[2] - inner[0].rect[2]) < 2 and abs(line.rect[0] - inner[0].rect[0]) < 2
        for line in inner
    )


def _adopt(
    paragraphs: Sequence[Paragraph], usual: Profile, chains: Sequence[Rect], blobs: Sequence[Rect]
) -> None:
    """Formulas, list items and last lines next to running text belong to it."""
    for _ in range(3):
        for index, paragraph in enumerate(paragraphs):
            if paragraph.role == "other" and not paragraph.lines[0].rotated and _like_text(paragraph, usual):
                near = (paragraphs[other] for other in (index - 1, index + 1) if 0 <= other < len(paragraphs))
                frames = chains if _fills_column(paragraph, usual) else [*chains, *blobs]
                framed = any(share_inside(paragraph.rect, frame) > 0.5 for frame in frames)
                row = any(_beside(paragraph, other) for other in paragraphs[max(0, index - 3) : index + 4])
                if not (framed or row) and any(_touches(paragraph, other, usual) for other in near):
                    paragraph.role = "body"


def _beside(paragraph: Paragraph, other: Paragraph) -> bool:
    """Two short pieces on one baseline, no formulas: cells of a row."""
    if other is paragraph or other.role != "other" or max(len(other.lines), len(paragraph.lines)) > 1:
        return False
    first, second = paragraph.lines[0], other.lines[0]
    plain = first.math < MATH_SHARE and second.math < MATH_SHARE and len(second.text) > 1
    numbered = second.text.startswith("(") and second.text.endswith(")")
    return plain and not numbered and abs(first.baseline - second.baseline) < 1


def _like_text(paragraph: Paragraph, usual: Profile) -> bool:
    math = max(line.math for line in paragraph.lines) > MATH_SHARE
    size = max(line.size for line in paragraph.lines)
    return usual.is_body_size(size) and (
        math or (len(paragraph.text) > 12 and not MONO.search(paragraph.lines[0].font))
    )


def _touches(paragraph: Paragraph, other: Paragraph, usual: Profile) -> bool:
    if other.role not in ("body", "heading"):
        return False
    gap = max(paragraph.rect[1] - other.rect[3], other.rect[1] - paragraph.rect[3])
    same = usual.column_of(paragraph.rect) == usual.column_of(other.rect)
    return same and gap < 1.6 * usual.leading
