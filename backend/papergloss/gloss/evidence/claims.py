"""Checks one claim against the passages that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable

from papergloss.gloss.card import Check
from papergloss.gloss.evidence.agreement import Held
from papergloss.gloss.evidence.names import NameIndex, addresses, names
from papergloss.gloss.evidence.plain import plain
from papergloss.gloss.evidence.quantities import Quantity
from papergloss.gloss.evidence.wordings import stated
from papergloss.pdf.document import Passage

_VERSION = re.compile(r"\d(?:\.\d)?|20\d\d")
"""What can be the end of a name that is written apart: `Llama 2`, `WMT 2014`."""


def missing_numbers(text: str, passages: Iterable[Passage], paper: NameIndex | None = None) -> list[str]:
    """Numbers of a claim that stand in none of the passages, as the claim writes them.

    A number that ends a name of the paper counts as a part of the name.
    """
    held = Held(list(passages))
    return [
        one.text
        for one in stated(text)
        if not held.has(one) and not (paper is not None and _ends_a_name(one, text, paper))
    ]


def check(text: str, passages: list[Passage], paper: NameIndex, latin_script: bool) -> Check:
    """The verdict on the numbers and names of a claim that rests on `passages` (those that exist)."""
    if not passages:
        return Check(status="uncited")
    if lost := missing_numbers(text, passages, paper):
        return Check(status="number_missing", detail=", ".join(lost))
    unknown = [address for address in addresses(text) if not paper.has_address(address)]
    unknown += [name for name in names(text, latin_script) if not paper.has(name)]
    if unknown:
        return Check(status="name_missing", detail=", ".join(unknown))
    return Check(status="supported")


def _ends_a_name(one: Quantity, text: str, paper: NameIndex) -> bool:
    if one.unit is not None or not _VERSION.fullmatch(one.text):
        return False
    before = re.findall(rf"([A-Z][A-Za-z]+)[ -]?{re.escape(one.text)}(?![\d.]*\d)", plain(text))
    return any(paper.has(name + one.text) for name in before)
