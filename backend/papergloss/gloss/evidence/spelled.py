"""English number words in a paper's prose: `twenty-five`, `two million`, `twice`, `an order of magnitude`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from papergloss.gloss.evidence.number_words import FACTOR_OF, MULTIPLES, SCALES, WORDS, alternatives

Spelled = tuple[str, Decimal, str | None]
"""The words, their value, and what they count if they say so: `percent` or `times`."""

_SCALE_NAMES = ("thousand", "million", "billion", "trillion")
_TENS = tuple(word for word, value in WORDS.items() if 20 <= value < 100)
_ONES = tuple(word for word, value in WORDS.items() if 0 < value < 10 and word not in MULTIPLES)
_SMALL = rf"(?:(?:{alternatives(_TENS)})[\s-](?:{alternatives(_ONES)})|{alternatives(tuple(WORDS))})"
_GROUP = rf"(?:(?:{_SMALL}\s+)?hundred(?:\s+(?:and\s+)?{_SMALL})?|{_SMALL})"
_SCALED = rf"(?:{_GROUP}[\s-]+)?(?:{'|'.join(_SCALE_NAMES)})(?:,?\s+(?:and\s+)?{_GROUP})?"
_PHRASE = re.compile(
    rf"(?<![\w-])(?P<number>{_SCALED}|{_GROUP})(?:\s*-?(?P<unit>fold|times|percent|points?))?(?!\w)",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(
    rf"(?:(?P<many>{alternatives(_ONES)})\s+)?orders?\s+of\s+magnitude",
    re.IGNORECASE,
)
_UNITS = {"fold": "times", "times": "times", "percent": "percent", "point": "percent", "points": "percent"}


def spelled(line: str) -> Iterator[Spelled]:
    """The numbers that a line spells out."""
    for match in _PHRASE.finditer(line):
        words = match["number"].lower()
        value = _value(words)
        yield match.group(), value, None
        if unit := "times" if words in MULTIPLES else _UNITS.get((match["unit"] or "").lower()):
            yield match.group(), value, unit
        if words.startswith("hal"):
            yield match.group(), Decimal(50), "percent"
        elif FACTOR_OF.search(line[max(0, match.start() - 30) : match.start()]):
            yield match.group(), value, "times"
    for match in _MAGNITUDE.finditer(line):
        yield match.group(), Decimal(10) ** WORDS[(match["many"] or "one").lower()], "times"


def _value(words: str) -> Decimal:
    total = group = 0
    for word in re.findall(r"[a-z]+", words):
        if word in _SCALE_NAMES:
            total, group = total + (group or 1) * 10 ** SCALES[word], 0
        elif word == "hundred":
            group = (group or 1) * 100
        elif word != "and":
            group += WORDS[word]
    return Decimal(total + group)
