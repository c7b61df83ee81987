"""The words of a passage that best support a claim."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from papergloss.gloss.evidence.names import NameIndex, names
from papergloss.gloss.evidence.quantities import Quantity, all_quantities, quantities
from papergloss.gloss.translation.sentences import split_sentences

LONGEST_QUOTE = 600
"""Characters; a table is quoted from its beginning."""
NUMBER_WEIGHT, NAME_WEIGHT = 6, 3
"""How much a shared number and a shared name count against a shared word."""

RARE_DIGITS = 3
"""Significant digits from which a whole number is rare."""
FEW_WORDS = 4
"""Words of a claim below which sharing half of them tells nothing."""

_WORD = re.compile(r"[a-z][a-z-]{3,}")


class Likeness:
    """What a claim may share with a text: numbers, names, and words where both use the same script."""

    def __init__(self, claim: str, latin_script: bool) -> None:
        self._quantities = quantities(claim)
        self._names = names(claim, latin_script)
        self._words = frozenset(_WORD.findall(claim.casefold()))

    @property
    def has_numbers(self) -> bool:
        """Whether the claim states a number at all."""
        return bool(self._quantities)

    @property
    def is_checkable(self) -> bool:
        """Whether the claim states a number or a name."""
        return bool(self._quantities or self._names)

    def has_names_beyond(self, given: NameIndex) -> bool:
        """Whether the claim has a name that is not among those given for the whole paper."""
        return any(not given.has(name) for name in self._names)

    def distinctive(self, text: str) -> int:
        """How many things `text` shares with the claim that hardly stand in both by chance.

        A number of three digits or with a decimal point counts once, and once more with its unit beside it; a
        name once; half of the claim's own words once.
        """
        held = all_quantities(text)
        runs = NameIndex([text])
        common = self._words.intersection(_WORD.findall(text.casefold()))
        shared = sum(runs.has(name) for name in self._names)
        shared += len(self._words) >= FEW_WORDS and 2 * len(common) >= len(self._words)
        for stated in filter(_is_rare, self._quantities):
            same = [quantity for quantity in held if stated.values & quantity.values]
            shared += bool(same) + any(stated.unit is not None and stated.unit == one.unit for one in same)
        return shared

    def score(self, text: str) -> int:
        """How much `text` shares with the claim; 0 is nothing."""
        named = sum(map(NameIndex([text]).has, self._names)) if self._names else 0
        stated = sum(bool(quantity.values & _held(text)) for quantity in self._quantities)
        return (
            NUMBER_WEIGHT * stated
            + NAME_WEIGHT * named
            + len(self._words.intersection(_WORD.findall(text.casefold())))
        )


def best_quote(claim: Likeness, text: str) -> str:
    """One sentence of `text`, or two neighbours, that share the most with the claim; else the first."""
    sentences = split_sentences(text)
    if len(sentences) < 2:
        return text[:LONGEST_QUOTE]
    scores = [claim.score(sentence) for sentence in sentences]
    best = max(range(len(sentences)), key=lambda index: (scores[index], -index))
    for first in (best - 1, best):
        if 0 <= first < len(sentences) - 1 and scores[best]:
            pair = " ".join(sentences[first : first + 2])
            if claim.score(pair) >= scores[best] + NUMBER_WEIGHT:
                return pair[:LONGEST_QUOTE]
    return sentences[best][:LONGEST_QUOTE]


@lru_cache(maxsize=4096)
def _held(text: str) -> frozenset[Decimal]:
    """A paper's passages are compared with each of its claims."""
    return frozenset[Decimal]().union(*(quantity.values for quantity in all_quantities(text)))


def _is_rare(quantity: Quantity) -> bool:
    """A number that seldom stands in a text by chance; years and round numbers do."""
    value = next(iter(quantity.values))
    if value == value.to_integral_value():
        return len(value.normalize().as_tuple().digits) >= RARE_DIGITS and not 1900 <= value < 2100
    return True
