"""What rendering tells of suspect text: whether a reader could see it."""

from __future__ import annotations

import pymupdf

from papergloss.pdf.beneath import DPI, without_effect
from papergloss.pdf.geometry import grow
from papergloss.pdf.hidden import LONG, Screening, Suspect
from papergloss.pdf.line import union

CONTRAST = 24
"""Gray levels between the darkest and the lightest pixel of a text's box, at 90 dpi."""
SAME = 14
"""Gray levels between a text's colour and its background that no eye tells apart."""
SLIVERS = 0.06
"""Share of a covered text's box that is ink, if it can be read: 0.12 and more in the papers measured."""


def settle(page: pymupdf.Page, screening: Screening) -> bool:
    """Render what is suspect and move each suspect to `hidden` or clear it; True when any was cleared."""
    if any(suspect.method == "transparent" for suspect in screening.suspects):
        # Browsers blend with white paper; MuPDF blends with none, where a page has groups.
        page.draw_rect(page.rect, color=None, fill=(1, 1, 1), overlay=False)
    clip = union(suspect.rect for suspect in screening.suspects)
    pixmap = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY, annots=False, clip=grow(clip, 2))
    samples, stride, scale = pixmap.samples, pixmap.stride, DPI / 72
    cleared = False
    beneath: list[Suspect] = []
    for suspect in screening.suspects:
        left, top, right, bottom = (side * scale for side in suspect.rect)
        x0, x1 = max(0, int(left) - pixmap.x), min(pixmap.width, int(right) + 1 - pixmap.x)
        y0, y1 = max(0, int(top) - pixmap.y), min(pixmap.height, int(bottom) + 1 - pixmap.y)
        box = b"".join(samples[y * stride + x0 : y * stride + x1] for y in range(y0, y1))
        if box and (_unseen(box, suspect.gray) or _in_slivers(box, suspect)):
            screening.hidden.append(suspect)
        elif suspect.beneath:
            beneath.append(suspect)
        else:
            cleared = True
    screening.suspects = beneath
    if beneath:
        gone = without_effect(page, [suspect.rect for suspect in beneath])
        screening.hidden += [suspect for suspect, same in zip(beneath, gone, strict=True) if same]
        screening.suspects = []
        cleared = cleared or not all(gone)
    return cleared


def _unseen(box: bytes, gray: int) -> bool:
    if max(box) - min(box) < CONTRAST:
        return True
    median = sorted(box)[len(box) // 2]
    return abs(median - gray) < SAME


def _in_slivers(box: bytes, suspect: Suspect) -> bool:
    """Whether of a covered text only slivers are left, between the letters that cover it."""
    if suspect.method != "covered" or len(suspect.text) < LONG:
        return False
    median = sorted(box)[len(box) // 2]
    return sum(abs(gray - median) >= CONTRAST for gray in box) < SLIVERS * len(box)
