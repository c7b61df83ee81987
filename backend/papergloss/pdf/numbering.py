"""Printed section numbers: 3.1, IV, A.2."""

from __future__ import annotations

import re

NUMBERED = re.compile(
    r"^(?:Appendix\s+(?P<appendix>[A-Z])\b[.:]?|(?P<arabic>\d{1,2}(?:\.\d{1,2}){0,3})\.?|(?P<roman>[IVX]{1,5})\.|"
    r"(?P<letter>[A-Z](?:\.\d{1,2}){0,3})\.?|§\s?(?P<sign>\d{1,2}(?:\.\d{1,2})*)\.?)\s+(?P<title>[^\W\d_].*)$"
)
"""A heading's number and title."""
ROMAN = {"I": 1, "V": 5, "X": 10}
EXCERPT = 8
"""Sections that an excerpt may leave out between two pages."""


def path_of(number: str, romans: bool) -> list[int]:
    """The parts of a printed number; letters count from 1001. `romans`: I, V and X are numerals."""
    if romans and re.fullmatch("[IVX]+", number):
        return [_roman(number)]
    parts = number.split(".")
    if parts[0].isalpha():
        return [1000 + ord(parts[0][0]) - 64, *map(int, parts[1:])]
    return [int(part) for part in parts]


def _roman(text: str) -> int:
    total = 0
    for char, after in zip(text, [*text[1:], ""], strict=True):
        value = ROMAN[char]
        total += -value if after and ROMAN[after] > value else value
    return total


def follows(last: list[int], path: list[int], alike: bool) -> bool:
    """Whether a heading numbered `path` may come after `last`: one may be missed, more if both look alike."""
    if not last:
        return path[0] in (0, 1, 2, 1001)
    if path[0] >= 1000 > last[0]:
        return path[0] == 1001
    if path[0] == last[0]:
        return path[1:] > last[1:]
    return 0 < path[0] - last[0] <= (EXCERPT if alike else 2)
