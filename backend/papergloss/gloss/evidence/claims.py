"""Checks one claim against the passages that it cites."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from papergloss.gloss.card import Check
from papergloss.gloss.evidence.names import NameIndex, names
from papergloss.gloss.evidence.quantities import Quantity, all_quantities, as_list, quantities
from papergloss.pdf.document import Passage


def missing_numbers(text: str, passages: Iterable[Passage]) -> list[str]:
    """Numbers of a claim that stand in none of the passages, as the claim writes them.

    What the page prints counts, and what the author wrote: `1020` may be `10^{20}`.
    """
    held = [
        (q, passage.kind in ("table", "caption"))
        for passage in passages
        for text in (passage.text, passage.tex or "")
        for q in all_quantities(text)
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


def _stands(stated: Quantity, held: list[tuple[Quantity, bool]]) -> bool:
    if any(_agree(stated, quantity, tabular) for quantity, tabular in held):
        return True
    parts = as_list(stated)
    return bool(parts) and all(_stands(part, held) for part in parts)


def _agree(stated: Quantity, held: Quantity, tabular: bool) -> bool:
    if not _units_agree(stated, held, tabular):
        return False
    if stated.values & held.values:
        return True
    return any(_close(a, b, stated) for a in stated.values for b in held.values)


def _units_agree(stated: Quantity, held: Quantity, tabular: bool) -> bool:
    if stated.unit == held.unit or stated.unit is None:
        return True
    whole = all(value == value.to_integral_value() for value in stated.values)
    return held.unit is None and (tabular or not whole)


def _close(stated: Decimal, held: Decimal, quantity: Quantity) -> bool:
    """Whether a number called `about` or `over` so much is `held` with fewer digits."""
    if quantity.rounding is None or _digits(stated) >= _digits(held):
        return False
    step = Decimal(1).scaleb(held.adjusted() - _digits(stated) + 1)
    ways = (ROUND_HALF_UP, ROUND_FLOOR) if quantity.rounding == "above" else (ROUND_HALF_UP, ROUND_CEILING)
    return any((held / step).quantize(Decimal(1), way) * step == stated for way in ways)


def _digits(value: Decimal) -> int:
    """Significant digits; zeros at the end are none."""
    return len(value.normalize().as_tuple().digits)
