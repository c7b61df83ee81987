"""What rendering tells of suspect text: whether a reader could see it."""

from __future__ import annotations

import pymupdf

from papergloss.pdf.beneath import DPI, without_effect
from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import grow
from papergloss.pdf.hidden import LONG, Screening, Suspect
from papergloss.pdf.line import union
from papergloss.pdf.stripes import striped

CONTRAST = 24
"""Gray levels between the darkest and the lightest pixel of a text's box, at 90 dpi."""
TINT = 80
"""Levels of red, green or blue between letters and a ground that are one in gray."""
SAME = 14
"""Gray levels between a text's colour and its background that no eye tells apart."""
SLIVERS = 0.06
"""Share of a covered text's box that is ink, if it can be read: 0.12 and more in the papers measured."""


def settle(page: pymupdf.Page, screening: Screening) -> bool:
    """Render what is suspect and move each suspect to `hidden` or clear it; True when any was cleared."""
    if any(suspect.method == "transparent" for suspect in screening.suspects):
        # Browsers blend with white paper; MuPDF blends with none, where a page has groups.
        page.draw_rect(page.rect, color=None, fill=(1, 1, 1), overlay=False)
    clip = grow(union(suspect.rect for suspect in screening.suspects), 2)
    pixmap = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY, annots=False, clip=clip)
    flat: list[Suspect] = []
    unseen: list[Suspect] = []
    beneath: list[Suspect] = []
    for suspect in screening.suspects:
        if suspect.method == "clipped" and _inked(pixmap, suspect.rect):
            continue
        box = _box(pixmap, suspect.rect)
        if box and max(box) - min(box) < CONTRAST:
            flat.append(suspect)
        elif suspect.outlined:
            beneath.append(suspect)
        elif suspect.method == "clipped":
            unseen += [suspect] if striped(box, _width(pixmap, suspect.rect)) else []
        elif box and (_like_its_ground(box, suspect.gray) or _in_slivers(box, suspect)):
            unseen.append(suspect)
        elif suspect.beneath:
            beneath.append(suspect)
    if beneath:
        gone = without_effect(page, [suspect.rect for suspect in beneath])
        unseen += [suspect for suspect, same in zip(beneath, gone, strict=True) if same]
    if flat:
        colours = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csRGB, annots=False, clip=clip)
        unseen += [suspect for suspect in flat if not _tinted(_box(colours, suspect.rect))]
    cut = sum(suspect.method == "clipped" for suspect in unseen)
    doubted = sum(suspect.method != "clipped" for suspect in screening.suspects)
    cleared = cut > 0 or len(unseen) < doubted
    screening.hidden += unseen
    screening.suspects = []
    return cleared


def _box(pixmap: pymupdf.Pixmap, rect: Rect) -> bytes:
    """The samples of `pixmap` within `rect`, row after row."""
    left, top, right, bottom = (side * DPI / 72 for side in rect)
    x0, x1 = max(0, int(left) - pixmap.x), min(pixmap.width, int(right) + 1 - pixmap.x)
    y0, y1 = max(0, int(top) - pixmap.y), min(pixmap.height, int(bottom) + 1 - pixmap.y)
    samples, stride, size = pixmap.samples_mv, pixmap.stride, pixmap.n
    return b"".join(samples[y * stride + x0 * size : y * stride + x1 * size] for y in range(y0, y1))


def _inked(pixmap: pymupdf.Pixmap, rect: Rect) -> bool:
    """Whether ink stands at three heights in the middle of a text box, as in every line of letters."""
    left, top, right, bottom = (side * DPI / 72 for side in rect)
    x0, x1 = max(0, int(left) - pixmap.x), min(pixmap.width, int(right) + 1 - pixmap.x)
    samples = pixmap.samples_mv
    for share in (0.45, 0.55, 0.65):
        begin = (int(top + share * (bottom - top)) - pixmap.y) * pixmap.stride
        row = samples[begin + x0 : begin + x1] if begin >= 0 else b""
        if len(row) == 0 or max(row) - min(row) < CONTRAST:
            return False
    return True


def _width(pixmap: pymupdf.Pixmap, rect: Rect) -> int:
    """How many samples a row of `_box` has."""
    left, right = (int(side * DPI / 72) - int(pixmap.x) for side in (rect[0], rect[2]))
    return max(0, min(int(pixmap.width), right + 1) - max(0, left))


def _tinted(box: bytes) -> bool:
    """Whether pixels (red, green, blue) that are alike in gray differ in colour, as red does from green."""
    return any(max(channel) - min(channel) >= TINT for channel in (box[0::3], box[1::3], box[2::3]))


def _like_its_ground(box: bytes, gray: int) -> bool:
    median = sorted(box)[len(box) // 2]
    return abs(median - gray) < SAME


def _in_slivers(box: bytes, suspect: Suspect) -> bool:
    """Whether of a covered text only slivers are left, between the letters that cover it."""
    if suspect.method != "covered" or len(suspect.text) < LONG:
        return False
    median = sorted(box)[len(box) // 2]
    return sum(abs(gray - median) >= CONTRAST for gray in box) < SLIVERS * len(box)
