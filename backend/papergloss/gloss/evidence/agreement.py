"""Whether a number that a claim states is one that a passage holds."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from papergloss.gloss.evidence.quantities import Quantity, as_list
from papergloss.gloss.evidence.wordings import enumerated, held
from papergloss.pdf.document import Passage

BarePercents = Literal["any", "decimals", "none"]
"""Which numbers without a unit a passage may mean as percents."""

SAME_PART = Decimal("0.011")
"""Relative difference below which two parts are one: a third is 33 %."""
NEAR_PART = Decimal("0.13")
"""The same where a part is called `about` or `less than`: about a quarter is 23 %."""
MOST_COUNTED = 6
"""Things of a list that a claim may count although its passage does not."""

_IN_PERCENT = re.compile(r"[(\[]\s*(?:in\s*)?\\?%\s*[)\]]|\bin (?:%|per ?cent)", re.IGNORECASE)
_RATES = re.compile(r"%|per ?cent|accurac|error|\brates?\b|\bF1\b|precision|recall|top-\d", re.IGNORECASE)


class Held:
    """The numbers of some passages."""

    def __init__(self, passages: list[Passage]) -> None:
        self._numbers = [
            (quantity, bare)
            for passage in passages
            for bare in [_bare_percents(passage)]
            for quantity in held(passage.text)
        ]
        self._lists = set[int]().union(*(enumerated(passage.text) for passage in passages))
        small = {value for quantity, _ in self._numbers for value in quantity.values if quantity.unit is None}
        self._counts_itself = any(value in small for value in range(2, 2 * MOST_COUNTED + 1))

    def has(self, stated: Quantity) -> bool:
        """Whether the passages hold the number, as it is or as several."""
        if any(_units_agree(stated, one, bare) and _values_agree(stated, one) for one, bare in self._numbers):
            return True
        if stated.unit is None and not self._counts_itself and self._lists & _small(stated):
            return True
        parts = as_list(stated)
        return bool(parts) and all(self.has(part) for part in parts)


def _small(stated: Quantity) -> set[int]:
    return {int(value) for value in stated.values if value in range(2, MOST_COUNTED + 1)}


def _bare_percents(passage: Passage) -> BarePercents:
    if passage.kind in ("table", "caption") or _IN_PERCENT.search(passage.text):
        return "any"
    return "decimals" if _RATES.search(passage.text) else "none"


def _units_agree(stated: Quantity, one: Quantity, bare: BarePercents) -> bool:
    if stated.unit == one.unit or stated.unit is None:
        return True
    if "part" in (stated.unit, one.unit):
        return {stated.unit, one.unit} <= {"part", "percent", "times", None} and stated.unit is not None
    if one.unit is not None:
        return False
    if stated.unit == "percent":
        whole = all(value == value.to_integral_value() for value in stated.values)
        return bare == "any" or (bare == "decimals" and (not whole or bool(_shares(one))))
    return stated.unit != "times" or bare == "any"


def _shares(one: Quantity) -> list[Decimal]:
    """A number such as 0.93, of two decimals or more, as percents."""
    return [100 * value for value in one.values if 0 < value < 1 and int(value.as_tuple().exponent) <= -2]


def _values_agree(stated: Quantity, one: Quantity) -> bool:
    if "part" in (stated.unit, one.unit) and stated.unit is not None:
        return any(_same_part(a, b, stated) for a in _as_parts(stated) for b in _as_parts(one))
    seen = one.values
    if stated.unit == "percent" and one.unit is None:
        seen = frozenset({*seen, *_shares(one)})
    if stated.unit is not None and one.unit is not None:
        seen = frozenset(value * one.many / stated.many for value in one.values)
    return bool(stated.values & seen) or any(_close(a, b, stated) for a in stated.values for b in seen)


def _as_parts(one: Quantity) -> list[Decimal]:
    if one.unit == "percent":
        return [value / 100 for value in one.values]
    if one.unit == "times":
        return [1 / value for value in one.values if value]
    return [value for value in one.values if 0 < value < 1]


def _same_part(stated: Decimal, one: Decimal, quantity: Quantity) -> bool:
    near, same = stated * NEAR_PART, stated * SAME_PART
    above = near if quantity.rounding in ("near", "above") else same
    below = near if quantity.rounding in ("near", "nearly", "below") else same
    return stated - below <= one <= stated + above


def _close(stated: Decimal, one: Decimal, quantity: Quantity) -> bool:
    """Whether a number called `about`, `over` or `less than` so much is the other one with fewer digits.

    Zeros at the end count as stated only up to the second digit: `about 400` says tens, `about 90` ones.
    """
    if quantity.rounding is None or stated == 0:
        return False
    last = stated.normalize().as_tuple().exponent
    written = stated.as_tuple().exponent
    step = Decimal(1).scaleb(max(min(int(last), stated.adjusted() - 1), int(written)))
    if quantity.rounding == "above":
        return stated <= one < stated + step
    if quantity.rounding in ("below", "nearly") and stated - step < one <= stated:
        return True
    if quantity.rounding == "below":
        return False
    return abs(stated - one) <= step / 2
