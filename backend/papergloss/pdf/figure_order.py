"""Figures as a reader counts them: by kind, then by printed number, appendices last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from papergloss.pdf.document import Figure

KINDS = ("figure", "table", "algorithm")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
PARTS = re.compile(r"\d+|[^\W\d]+")
Key = tuple[int, tuple[str, ...], tuple[int, ...], int]


def in_order(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Floats move: Figure 10 may stand a page after Figure 11."""
    return tuple(sorted(figures, key=_key))


def _key(figure: Figure) -> Key:
    if re.fullmatch("[IVXL]+", figure.number):
        return KINDS.index(figure.kind), (), (_roman(figure.number),), figure.page
    parts = PARTS.findall(figure.number)
    letters = tuple(part for part in parts[:-1] if not part.isdigit())
    return (
        KINDS.index(figure.kind),
        letters or tuple(part for part in parts[:1] if not part[0].isdigit()),
        tuple(int(part) for part in parts if part.isdigit()),
        figure.page,
    )


def _roman(number: str) -> int:
    values = [ROMAN[letter] for letter in number]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))
