"""A line of words and where its ink is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from papergloss.pdf.document import Rect

MATH_SHARE = 0.3
"""A line with more of its characters than this in mathematics fonts is a formula."""
ASCENT, DESCENT = 0.72, 0.3
"""Ems that letters reach above the baseline, letters and subscripts below it."""


class Word(NamedTuple):
    """A word and its box in points, to a tenth."""

    text: str
    rect: Rect


@dataclass(slots=True, eq=False)
class Line:
    """One line of text. `size` and the styles are those of most of its characters."""

    page: int
    rect: Rect
    words: list[Word]
    size: float
    font: str
    bold: bool
    italic: bool
    math: float
    rotated: bool
    block: int
    baseline: float
    lead_bold: bool = False
    """Its first letters are bold, whatever follows."""
    lead_super: bool = False
    """It begins with a small raised mark."""
    raised: tuple[tuple[float, str], ...] = ()
    """Left edges and letters of raised marks, on the first page: authors carry them."""
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = " ".join(word.text for word in self.words)

    @property
    def width(self) -> float:
        """Width in points."""
        return self.rect[2] - self.rect[0]

    @property
    def height(self) -> float:
        """Height in points."""
        return self.rect[3] - self.rect[1]

    @property
    def ink(self) -> Rect:
        """Its box without the white of tall fonts: mathematics' boxes reach into the lines around."""
        if self.rotated:
            return self.rect
        x0, y0, x1, y1 = self.rect
        top, bottom = self.baseline - ASCENT * self.size, self.baseline + DESCENT * self.size
        return (x0, max(y0, top), x1, min(y1, bottom))


def union(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around `rects`; ValueError when there is none."""
    x0s, y0s, x1s, y1s = zip(*rects, strict=True)
    return (min(x0s), min(y0s), max(x1s), max(y1s))
