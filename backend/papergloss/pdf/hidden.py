"""Text that a reader could not see.

Settled from the text alone: tiny, invisible by mode, transparent, off the page. Settled only on a
rendered page: too little contrast, or painted over. Not caught: fonts whose letters look like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pymupdf

from papergloss.pdf.document import HiddenMethod, HiddenText, Rect
from papergloss.pdf.geometry import area, share_inside, touches
from papergloss.pdf.lines import CONTROL, SpanKey
from papergloss.pdf.marks import Marks

TINY = 2.0
"""Points; the smallest legible text in the papers measured is 3.6."""
TRANSPARENT = 26
"""Alpha of 255: a tenth."""
LIGHT = 150
"""Gray of 255 from which a colour may be too light on white."""
CONTRAST = 24
"""Gray levels between the darkest and the lightest pixel of a text's box, at 90 dpi."""
SAME = 14
"""Gray levels between a text's colour and its background that no eye tells apart."""
DPI = 90
MINIATURE = 1.0
"""Points; a page shown in a figure at a tenth of its size has text of 1 point and more."""
WORTH_CHARS, WORTH_WORDS = 30, 4
"""Shorter hidden runs are figure labels and accents (394 characters in 33 papers), not messages."""
INSTRUCTION = re.compile(
    r"ignore (?:all |any )?(?:the )?(?:previous|prior|above)|instruction|"
    r"as an? (?:ai|llm|language model)|language model|"
    r"(?:give|write|provide|assign|output)\b.{0,40}\b(?:positive|favou?rable|good|high|accept|score|rating|review)|"
    r"do not (?:mention|highlight|reveal)|positive review|recommend (?:accept|this paper)|system prompt|"
    r"you (?:are|must)\b|prompt",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class Suspect:
    """A span, and by which method it is (or may be) hidden."""

    key: SpanKey
    text: str
    rect: Rect
    gray: int
    method: HiddenMethod


@dataclass(slots=True)
class Screening:
    """What of a page's text is hidden for sure, and what only rendering can tell."""

    hidden: list[Suspect] = field(default_factory=list)
    suspects: list[Suspect] = field(default_factory=list)
    scan: bool = False

    @property
    def out_of_text(self) -> set[SpanKey]:
        """The spans that may not reach a reader of the text."""
        return {suspect.key for suspect in (*self.hidden, *self.suspects)}


def screen(page: Rect, blocks: Sequence[dict[str, Any]], marks: Marks) -> Screening:
    """Sort the spans of a page. Text under a full-page scan is its OCR layer and counts as seen."""
    result = Screening(scan=is_scan(page, blocks, marks))
    covers = [cover for cover in marks.covers if area(cover[1]) > 16]
    for block in blocks:
        for index, line in enumerate(block.get("lines", ())):
            over = [cover for cover in covers if touches(cover[1], line["bbox"])]
            for place, span in enumerate(line["spans"]):
                if span["text"].isspace():
                    continue
                certain = _certain(span, page)
                gray = _gray(span["color"]) if span["color"] else 0
                doubt = (
                    None
                    if certain or not (over or gray >= LIGHT)
                    else _doubt(span["bbox"], gray, over, marks)
                )
                ocr = result.scan and certain in ("invisible_mode", "transparent")
                method = certain or doubt
                if method and not ocr and CONTROL.sub("", span["text"]).strip():
                    suspect = Suspect(
                        (block["number"], index, place), span["text"], span["bbox"], gray, method
                    )
                    (result.hidden if certain else result.suspects).append(suspect)
    return result


def is_scan(page: Rect, blocks: Sequence[dict[str, Any]], marks: Marks) -> bool:
    """A picture fills the page and most of its text is in the invisible mode."""
    whole = area(page)
    if not any(area(box) > 0.8 * whole for _, box in marks.covers):
        return False
    spans = [
        span
        for block in blocks
        for line in block.get("lines", ())
        for span in line["spans"]
        if span["text"].strip()
    ]
    return bool(spans) and sum(span["alpha"] == 0 for span in spans) > 0.6 * len(spans)


def _certain(span: dict[str, Any], page: Rect) -> HiddenMethod | None:
    box = span["bbox"]
    if box[2] <= page[0] or box[0] >= page[2] or box[3] <= page[1] or box[1] >= page[3]:
        return "off_page"
    if span["size"] < TINY:
        return "tiny"
    if span["alpha"] == 0:
        return "transparent" if span["char_flags"] & 16 and not span["char_flags"] & 64 else "invisible_mode"
    return "transparent" if span["alpha"] < TRANSPARENT else None


def _doubt(box: Rect, gray: int, covers: Iterable[tuple[int, Rect]], marks: Marks) -> HiddenMethod | None:
    over = [before for before, cover in covers if share_inside(box, cover) > 0.5]
    if over and any(share_inside(box, text) > 0.5 for _, text in marks.texts[: max(over)]):
        return "covered"
    return "low_contrast" if gray >= LIGHT or over else None


def _gray(colour: int) -> int:
    red, green, blue = colour >> 16 & 255, colour >> 8 & 255, colour & 255
    return (299 * red + 587 * green + 114 * blue) // 1000


def settle(page: pymupdf.Page, screening: Screening) -> bool:
    """Render the page and move each suspect to `hidden` or clear it; True when any was cleared."""
    pixmap = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY, annots=False)
    samples, stride, scale = pixmap.samples, pixmap.stride, DPI / 72
    cleared = False
    for suspect in screening.suspects:
        x0, x1 = max(0, int(suspect.rect[0] * scale)), min(pixmap.width, int(suspect.rect[2] * scale) + 1)
        y0, y1 = max(0, int(suspect.rect[1] * scale)), min(pixmap.height, int(suspect.rect[3] * scale) + 1)
        box = b"".join(samples[y * stride + x0 : y * stride + x1] for y in range(y0, y1))
        if box and _unseen(box, suspect.gray):
            screening.hidden.append(suspect)
        else:
            cleared = True
    screening.suspects = []
    return cleared


def _unseen(box: bytes, gray: int) -> bool:
    if max(box) - min(box) < CONTRAST:
        return True
    median = sorted(box)[len(box) // 2]
    return abs(median - gray) < SAME


def report(number: int, screening: Screening, figures: Sequence[Rect]) -> list[HiddenText]:
    """The hidden runs of one page that are worth telling. Miniatures in `figures` hold tiny text by right."""
    runs = []
    told = [
        suspect for suspect in screening.hidden
        if not (suspect.method == "tiny" and suspect.rect[3] - suspect.rect[1] > MINIATURE
                and any(share_inside(suspect.rect, figure) > 0.5 for figure in figures))
    ]  # fmt: skip
    for method, group in groupby(told, key=lambda suspect: suspect.method):
        text = " ".join(" ".join(suspect.text for suspect in group).split())
        if worth_telling(text):
            runs.append(HiddenText(number, method, text, bool(INSTRUCTION.search(text))))
    return runs


def worth_telling(text: str) -> bool:
    """Long enough to be a message, or shaped like an instruction."""
    long = len(text) >= WORTH_CHARS and len(set(text.split())) >= WORTH_WORDS
    return long or (len(text) >= 12 and bool(INSTRUCTION.search(text)))
