"""Light text that is seen all the same: letters with an outline, and the halo under letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from papergloss.pdf.document import Rect
from papergloss.pdf.geometry import share_inside
from papergloss.pdf.hidden import Suspect

MOSTLY = 0.7
"""Of a text's box."""
Text = tuple[str, Rect]


def sort_light(suspects: Iterable[Suspect], seen: Sequence[Text], strokes: Sequence[Rect]) -> None:
    """Say of light suspects what tells them from hidden text.

    Args:
        suspects: those of a page that are too light; `outlined` and `doubled` are set.
        seen: the rest of the page's text, what other text may cover too (it is told if it is hidden).
        strokes: the boxes of letters that were drawn as lines.
    """
    for suspect in suspects:
        over = [text for text, box in seen if share_inside(suspect.rect, box) > MOSTLY]
        suspect.doubled = suspect.text.strip() in map(str.strip, over)
        free = not any(share_inside(box, suspect.rect) > 0 for _, box in seen)
        suspect.outlined = free and any(share_inside(suspect.rect, box) > MOSTLY for box in strokes)
