"""Checks one claim against the passages that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from papergloss.gloss.card import Check
from papergloss.gloss.evidence.names import NameIndex, names
from papergloss.gloss.evidence.quantities import Quantity, all_quantities, as_list, quantities
from papergloss.pdf.document import Passage

BarePercents = Literal["any", "decimals", "none"]
"""Which numbers without a unit a passage may mean as percents."""

_IN_PERCENT = re.compile(r"[(\[]\s*(?:in\s*)?\\?%\s*[)\]]|\bin (?:%|per ?cent)", re.IGNORECASE)
_RATES = re.compile(r"%|per ?cent|accurac|error|\brates?\b|\bF1\b|precision|recall|top-\d", re.IGNORECASE)


def missing_numbers(text: str, passages: Iterable[Passage]) -> list[str]:
    """Numbers of a claim that stand in none of the passages, as the claim writes them."""
    held = [
        (quantity, bare)
        for passage in passages
        for bare in [_bare_percents(passage)]
        for quantity in all_quantities(passage.text)
    ]
    return [stated.text for stated in quantities(text) if not _stands(stated, held)]


def check(text: str, passages: list[Passage], paper: NameIndex, latin_script: bool) -> Check:
    """The verdict on a claim that rests on `passages` (those that exist)."""
    if not passages:
        return Check(status="uncited")
    if lost := missing_numbers(text, passages):
        return Check(status="number_missing", detail=", ".join(lost))
    unknown = [name for name in names(text, latin_script) if not paper.has(name)]
    if unknown:
        return Check(status="name_missing", detail=", ".join(unknown))
    return Check(status="supported")


def _bare_percents(passage: Passage) -> BarePercents:
    if passage.kind in ("table", "caption") or _IN_PERCENT.search(passage.text):
        return "any"
    return "decimals" if _RATES.search(passage.text) else "none"


def _stands(stated: Quantity, held: list[tuple[Quantity, BarePercents]]) -> bool:
    if any(
        _units_agree(stated, quantity, bare) and _values_agree(stated, quantity) for quantity, bare in held
    ):
        return True
    parts = as_list(stated)
    return bool(parts) and all(_stands(part, held) for part in parts)


def _units_agree(stated: Quantity, held: Quantity, bare: BarePercents) -> bool:
    if stated.unit == held.unit or stated.unit is None:
        return True
    if held.unit is not None:
        return False
    if stated.unit == "percent":
        whole = all(value == value.to_integral_value() for value in stated.values)
        return bare == "any" or (bare == "decimals" and (not whole or bool(_shares(held))))
    return stated.unit != "times" or bare == "any"


def _shares(held: Quantity) -> list[Decimal]:
    """A number such as 0.93, of two decimals or more, as percents."""
    return [100 * value for value in held.values if 0 < value < 1 and int(value.as_tuple().exponent) <= -2]


def _values_agree(stated: Quantity, held: Quantity) -> bool:
    seen = held.values
    if stated.unit == "percent" and held.unit is None:
        seen = frozenset({*seen, *_shares(held)})
    if stated.unit is not None and held.unit is not None:
        seen = frozenset(value * held.many / stated.many for value in held.values)
    return bool(stated.values & seen) or any(_close(a, b, stated) for a in stated.values for b in seen)


def _close(stated: Decimal, held: Decimal, quantity: Quantity) -> bool:
    """Whether a number called `about` or `over` so much is `held` with fewer digits.

    Zeros at the end count as stated only up to the second digit: `about 400` says tens, `about 90` ones.
    """
    if quantity.rounding is None or stated == 0:
        return False
    last = stated.normalize().as_tuple().exponent
    written = stated.as_tuple().exponent
    step = Decimal(1).scaleb(max(min(int(last), stated.adjusted() - 1), int(written)))
    if quantity.rounding == "above":
        return stated <= held < stated + step
    return abs(stated - held) <= step / 2
