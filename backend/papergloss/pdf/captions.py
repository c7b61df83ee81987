"""Captions: what begins with a label in the way this document writes its labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from papergloss.pdf.document import FigureKind, Rect
from papergloss.pdf.geometry import overlap_x, share_inside
from papergloss.pdf.paragraphs import ENDS, LABEL, LOOSE, Paragraph
from papergloss.pdf.profile import Profile

KINDS: dict[str, FigureKind] = {
    "fig": "figure", "abb": "figure", "sch": "figure", "cha": "figure", "pla": "figure", "box": "figure",
    "tab": "table", "alg": "algorithm", "lis": "algorithm",
}  # fmt: skip
"""First three letters of a label."""
DELIMITERS = (":", "|", ".", "-", ")")
"""Strongest first: text that mentions a figure seldom puts a colon after the number."""


@dataclass(slots=True, eq=False)
class Caption:
    """A caption and what its label says."""

    kind: FigureKind
    number: str
    paragraph: Paragraph
    delimiter: str
    bold: bool
    small: bool


def find_captions(
    pages: Sequence[list[Paragraph]], drawn: Sequence[Sequence[Rect]], usual: Profile
) -> list[Caption]:
    """The document's captions, one for each kind and number, in page order. `drawn` are each page's blobs.

    Consistency decides: where any "Figure N:" exists, "Figure 3 shows" at the start of a paragraph is
    no caption; a label without any delimiter counts only where it is set apart by weight or size.
    """
    found: dict[FigureKind, list[Caption]] = defaultdict(list)
    for page, blobs in zip(pages, drawn, strict=True):
        captions = [
            caption for before, paragraph in zip([None, *page], page, strict=False)
            if (caption := _candidate(paragraph, usual))
            and not (before and _runs_on(before, paragraph, usual))
        ]  # fmt: skip
        for caption in _without_labels(captions, blobs):
            found[caption.kind].append(caption)
    kept = [caption for group in found.values() for caption in _unique(_consistent(group))]
    for caption in kept:
        caption.paragraph.role = "caption"
    return sorted(kept, key=lambda caption: caption.paragraph.page)


def _without_labels(captions: list[Caption], blobs: Sequence[Rect]) -> list[Caption]:
    """Where a page has captions with text, "Table 1" alone within a drawing is a label of it."""
    if all(caption.delimiter == "line" for caption in captions):
        return captions
    return [
        caption for caption in captions
        if caption.delimiter != "line" or len(caption.paragraph.lines) > 1
        or not any(share_inside(caption.paragraph.ink, blob) > 0.5 for blob in blobs)
    ]  # fmt: skip


def _candidate(paragraph: Paragraph, usual: Profile) -> Caption | None:
    first = paragraph.lines[0]
    match = LABEL.match(first.text)
    if not match or (first.rotated and not match["delimiter"].strip()):
        return None
    kind = KINDS[match["kind"][:3].lower()]
    delimiter = match["delimiter"].strip()
    delimiter = "-" if delimiter in "–—-" and delimiter else delimiter
    rest = first.text[match.end() :].strip()
    if not delimiter and not rest:
        delimiter = "line"
    if delimiter == ")" or (
        not match["number"][-1].isdigit() and delimiter == "" and not match["kind"].isupper()
    ):
        return None
    prefix = (match["prefix"] or "").strip()
    number = re.sub(r"^[.-]", "", match["number"])
    small = paragraph.size < 0.97 * usual.body
    return Caption(kind, f"{prefix} {number}".strip(), paragraph, delimiter, first.lead_bold, small)


def _runs_on(before: Paragraph, paragraph: Paragraph, usual: Profile) -> bool:
    """The label stands in the middle of a sentence that a line's end has cut."""
    last, first = before.lines[-1], paragraph.lines[0]
    step = first.baseline - last.baseline
    near = 0 < step < LOOSE * usual.leading and abs(first.size - last.size) < 0.05 * last.size
    if first.rotated:
        return False
    ended = last.text.rstrip().endswith(ENDS) or last.width < 0.7 * first.width
    return near and not ended and not first.lead_bold and overlap_x(first.rect, last.rect) > 0.5 * first.width


def _consistent(group: list[Caption]) -> list[Caption]:
    """Keep the captions written in the document's own way."""
    for delimiter in DELIMITERS:
        chosen = [caption for caption in group if caption.delimiter == delimiter]
        if chosen and (delimiter != "." or len(chosen) >= 0.3 * len(group)):
            bold = sum(caption.bold for caption in chosen) > 0.5 * len(chosen)
            alike = [caption for caption in group if caption in chosen or (bold and caption.bold)]
            return [caption for caption in alike if not bold or caption.bold or delimiter == ":"]
    apart = [caption for caption in group if caption.delimiter == "line" or caption.bold]
    return apart or [caption for caption in group if caption.small]


def _unique(group: list[Caption]) -> list[Caption]:
    """One caption a number: the best set apart, then the first."""
    best: dict[str, Caption] = {}
    for caption in group:
        key = caption.number.lower()
        if key not in best or _weight(caption) > _weight(best[key]):
            best[key] = caption
    return list(best.values())


def _weight(caption: Caption) -> int:
    return 2 * (caption.delimiter in (":", "|", "line")) + caption.bold + caption.small
