"""Whether a claim gives the numbers of one thing to another: `A 93, B 88` told as `A 88, B 93`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papergloss.gloss.evidence.names import names
from papergloss.gloss.evidence.plain import plain
from papergloss.gloss.evidence.quantities import Quantity
from papergloss.gloss.evidence.wordings import stated
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import Passage

MOST_PAIRED = 4
"""Names that are put to as many numbers."""


def swapped_numbers(text: str, passages: list[Passage], latin_script: bool) -> list[str]:
    """The numbers of a claim that its passage gives, each, to another of the claim's names.

    Names and numbers go together in the order in which they stand; only where both are as many, and where one
    sentence of a passage has them all.
    """
    line = plain(text)
    named = _in_order(line, names(text, latin_script))
    places = {
        one: place
        for one in stated(text)
        if one.text[0].isdigit() and (place := _place(line, one.text)) is not None
    }
    numbers = sorted(places, key=lambda one: places[one])
    if not 2 <= len(named) == len(numbers) <= MOST_PAIRED or len({one.values for one in numbers}) < len(
        numbers
    ):
        return []
    told = dict(zip(named, numbers, strict=True))
    orders = [
        order for passage in passages for s in split_sentences(passage.text) if (order := _order(s, told))
    ]
    if not orders or any(all(told[name] is number for name, number in order) for order in orders):
        return []
    return [number.text for name, number in orders[0] if told[name] is not number]


def _order(sentence: str, told: dict[str, Quantity]) -> list[tuple[str, Quantity]] | None:
    line = plain(sentence)
    named = _in_order(line, list(told))
    places = {number: _place(line, number.text) for number in told.values()}
    if len(named) < len(told) or any(place is None for place in places.values()):
        return None
    return list(zip(named, sorted(told.values(), key=lambda number: places[number] or 0), strict=True))


def _in_order(line: str, wanted: Sequence[str]) -> list[str]:
    places = {name: place for name in wanted if (place := _place(line, name)) is not None}
    return sorted(places, key=lambda name: places[name])


def _place(line: str, piece: str) -> int | None:
    digits = re.match(r"[\d.,]+\d|\d", piece)
    wanted = digits.group() if digits else piece
    found = re.search(rf"(?<![\w.]){re.escape(wanted)}(?![\d]|[.,]\d)", line, re.IGNORECASE)
    return found.start() if found else None
