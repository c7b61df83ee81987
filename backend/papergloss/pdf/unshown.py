"""Text that the file holds and the page does not show, so that it never was among the words.

Clipped away, in a layer that is off, or written as ActualText in place of what is printed. The words
of a page are read without these; here they are read with them, and the difference is reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import pymupdf

from papergloss.pdf.document import HiddenMethod, HiddenText, Rect
from papergloss.pdf.geometry import touches
from papergloss.pdf.lines import CONTROL, FLAGS
from papergloss.pdf.marks import Marks
from papergloss.pdf.orders import reads_like_instructions, worth_telling

MARKED = re.compile(rb"\bBDC\b")
"""What begins a part of the page that may carry ActualText, itself or by the name of its properties."""
CLIPPING = re.compile(rb"\bW\*?\s+n\b")
SHOWN_BY: dict[HiddenMethod, int] = {
    "clipped": pymupdf.TEXT_CLIP,
    "actual_text": pymupdf.TEXT_IGNORE_ACTUALTEXT,
}
"""The flag that keeps each kind out of the words."""


def may_hold_more(
    page: pymupdf.Page, lines: Iterable[Rect], marks: Marks, contents: bytes, forms: Iterable[int]
) -> bool:
    """Whether the page may hold text that is in none of `lines`: worth a second, complete reading.

    `contents` is what the page draws by itself, `forms` are the numbers of those that it draws.
    """
    painted = (box for kind, box in marks.texts if kind != "ignore-text" and box[2] - box[0] > 20)
    if not _all_touched(painted, list(lines)):
        return True
    if MARKED.search(contents) or CLIPPING.search(contents):
        return True
    drawn = (page.parent.xref_stream(form) or b"" for form in forms)
    return any(b"BT" in form or MARKED.search(form) for form in drawn)


def _all_touched(boxes: Iterable[Rect], lines: Sequence[Rect]) -> bool:
    """Whether each box shares a point with a line: mostly the one after that of the box before."""
    last = 0
    for box in boxes:
        order = chain(range(last, len(lines)), range(last))
        found = next((index for index in order if touches(box, lines[index])), None)
        if found is None:
            return False
        last = found
    return True


def clipped_and_replaced(page: pymupdf.Page, seen: Sequence[str]) -> list[HiddenText]:
    """Text outside its clip path, and what a copy would give instead of the words `seen`."""
    everything = FLAGS
    for flag in SHOWN_BY.values():
        everything &= ~flag
    if not surplus(seen, words_of(page, everything)):
        return []
    return [
        told(page.number + 1, method, text)
        for method, flag in SHOWN_BY.items()
        if (text := surplus(seen, words_of(page, FLAGS & ~flag)))
    ]


def told(number: int, method: HiddenMethod, text: str) -> HiddenText:
    """`text` of page `number` as a report."""
    return HiddenText(number, method, text, reads_like_instructions(text))


def words_of(page: pymupdf.Page, flags: int = FLAGS) -> list[str]:
    """The page's words as they come, those beyond its edges too."""
    text: str = page.get_text("text", flags=flags, clip=pymupdf.INFINITE_RECT())
    return split(text)


def split(text: str) -> list[str]:
    """The words of `text`, without signs that no font tells the meaning of."""
    return CONTROL.sub(" ", text).split()


def surplus(seen: Iterable[str], other: Iterable[str]) -> str:
    """The words of `other` that `seen` lacks as one run; empty where they are not worth telling."""
    left = Counter(seen)
    extra = []
    for word in other:
        if left[word]:
            left[word] -= 1
        else:
            extra.append(word)
    text = " ".join(extra)
    return text if worth_telling(text) else ""
