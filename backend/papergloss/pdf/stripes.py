"""Text of which a clip leaves a thin stripe: it is painted, and nobody can read it."""

from __future__ import annotations

import re
from collections.abc import Iterable

CLIP = re.compile(rb"\bW\*?\s+n\b")
TEXT = re.compile(rb"\bBT\b")
STEP = re.compile(rb"(?<![^\s\])>])(?:q|Q|W\*?|BT|Do)(?![^\s\[(</])")
"""What keeps a clip, ends it, begins it, or paints under it."""
CONTRAST = 24
"""Gray levels between ink and its ground."""
STRIPE = 0.25
"""Of a line's height: ink on less of it is no line of letters; the small ones alone fill 0.4."""


def may_stripe(contents: bytes, forms: Iterable[bytes]) -> bool:
    """Whether a page, or a form that it draws, paints text after it began to clip: only rendering tells."""
    drawn = list(forms)
    texts = any(TEXT.search(form) for form in drawn)
    return any(_clips(stream, texts) for stream in (contents, *drawn))


def _clips(stream: bytes, texts: bool) -> bool:
    """Whether text, or a form with text, is painted while a clip holds."""
    if not CLIP.search(stream) or not (TEXT.search(stream) or texts):
        return False
    clips, held = False, []
    for step in STEP.findall(stream):
        if step == b"q":
            held.append(clips)
        elif step == b"Q":
            clips = held.pop() if held else False
        elif step.startswith(b"W"):
            clips = True
        elif clips and (step == b"BT" or texts):
            return True
    return False


def striped(box: bytes, width: int) -> bool:
    """Whether the gray samples of a line's box, row after row, hold ink on hardly any of its rows."""
    rows = [box[start : start + width] for start in range(0, len(box), width)] if width else []
    if len(rows) > width:
        rows = [box[column::width] for column in range(width)]
    ground = sorted(box)[len(box) // 2] if box else 255
    inked = sum(any(abs(gray - ground) >= CONTRAST for gray in row) for row in rows)
    return inked < STRIPE * len(rows)
