"""Text that the file holds and the page does not show, so that it never was among the words.

Clipped away, in a layer that is off, or written as ActualText in place of what is printed. The words
of a page are read without these; here they are read with them, and the difference is reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pymupdf

from papergloss.pdf.document import HiddenMethod, HiddenText, Rect
from papergloss.pdf.geometry import touches
from papergloss.pdf.hidden import INSTRUCTION, worth_telling
from papergloss.pdf.lines import FLAGS
from papergloss.pdf.marks import Marks

MARK = b"/ActualText"
SWITCH_ON = 0
"""PyMuPDF's number for it."""


def paints_unread(page: Rect, blocks: Iterable[dict[str, Any]], marks: Marks) -> bool:
    """Whether a text was painted on the page where no line was read."""
    lines = [line["bbox"] for block in blocks for line in block.get("lines", ())]
    painted = (
        box
        for kind, box in marks.texts
        if kind != "ignore-text" and box[2] - box[0] > 20 and touches(box, page)
    )
    return any(not any(touches(box, line) for line in lines) for box in painted)


def clipped(page: pymupdf.Page) -> list[HiddenText]:
    """Text outside its clip path."""
    return _difference(page, FLAGS, FLAGS & ~pymupdf.TEXT_CLIP, "clipped")


def actual_text(page: pymupdf.Page) -> list[HiddenText]:
    """Text that a copy would give instead of the printed one."""
    if MARK not in page.read_contents():
        return []
    return _difference(page, FLAGS, FLAGS & ~pymupdf.TEXT_IGNORE_ACTUALTEXT, "actual_text")


def layers_off(pdf: pymupdf.Document, pages: Sequence[int]) -> list[HiddenText]:
    """Text in layers that are switched off. `pages` are numbers from 1; leaves every layer on."""
    off = [layer for layer in pdf.layer_ui_configs() if not layer["on"]] if pdf.get_ocgs() else []
    if not off:
        return []
    before = [_words(pdf[number - 1], FLAGS) for number in pages]
    for layer in off:
        pdf.set_layer_ui_config(layer["number"], action=SWITCH_ON)
    after = [_words(pdf[number - 1], FLAGS) for number in pages]
    return [
        text
        for number, seen, other in zip(pages, before, after, strict=True)
        for text in _surplus(number, seen, other, "layer_off")
    ]


def _difference(page: pymupdf.Page, shown: int, all_of_it: int, method: HiddenMethod) -> list[HiddenText]:
    return _surplus(page.number + 1, _words(page, shown), _words(page, all_of_it), method)


def _words(page: pymupdf.Page, flags: int) -> list[str]:
    return [word[4] for word in page.get_text("words", flags=flags)]


def _surplus(
    number: int, seen: Iterable[str], other: Iterable[str], method: HiddenMethod
) -> list[HiddenText]:
    """The words of `other` that `seen` lacks, as one run where they are worth telling."""
    left = Counter(seen)
    extra = []
    for word in other:
        if left[word]:
            left[word] -= 1
        else:
            extra.append(word)
    text = " ".join(extra)
    return [HiddenText(number, method, text, bool(INSTRUCTION.search(text)))] if worth_telling(text) else []
