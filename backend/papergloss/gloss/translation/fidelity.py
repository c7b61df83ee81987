"""Checks one translated sentence against its source: is it whole, in the language, and unharmed?"""

from __future__ import annotations

import re

from papergloss.gloss.dialogue.answers import chatter, loops, placeholder, refusal, speaks_of_the_task
from papergloss.gloss.languages import Language
from papergloss.gloss.translation.denial import denial_added, denial_lost
from papergloss.gloss.translation.numbers import numbers_added, numbers_lost
from papergloss.gloss.translation.protected import lost, renumbered, without_protected
from papergloss.gloss.translation.units import unit_changed

SHORTEST_JUDGED = 60
"""Characters of prose from which the length of a translation tells anything."""
LEAST, MOST = 0.4, 3.0
"""A translation's length against what the language usually takes; published translations stay inside."""

Reason = str
"""Slug shown beside a sentence kept in the original."""


def fault(source: str, target: str | None, language: Language) -> Reason | None:
    """Why `target` cannot stand for `source`, or None.

    One of: missing, refused, placeholder, looping, untranslated, formula_lost, number_lost, number_added,
    unit_changed, denial_lost, denial_added, shortened, overlong.
    """
    if not target or not target.strip():
        return "missing"
    for reason, found in (
        ("refused", _not_a_translation(source, target)),
        ("placeholder", bool(placeholder(target)) and not placeholder(source)),
        ("looping", loops(target) and not loops(source)),
        ("untranslated", not language.written_in(target) or _copied(source, target)),
        ("formula_lost", bool(lost(source, target) or renumbered(source, target))),
        ("number_lost", bool(numbers_lost(source, target))),
        ("number_added", bool(numbers_added(source, target))),
        ("unit_changed", unit_changed(source, target)),
        ("denial_lost", denial_lost(source, target, language.code)),
        ("denial_added", denial_added(source, target, language.code)),
    ):
        if found:
            return reason
    return _length_fault(source, target, language)


def _not_a_translation(source: str, target: str) -> bool:
    return speaks_of_the_task(source, target) or any(
        found(target) and not found(source) for found in (refusal, chatter)
    )


def _copied(source: str, target: str) -> bool:
    words = re.findall(r"[a-z]{3,}", without_protected(source))
    return len(words) > 2 and "".join(source.split()).casefold() == "".join(target.split()).casefold()


def _length_fault(source: str, target: str, language: Language) -> Reason | None:
    prose = len(without_protected(source).strip())
    if prose < SHORTEST_JUDGED:
        return None
    share = language.source_length(without_protected(target).strip()) / prose
    if share < LEAST:
        return "shortened"
    return "overlong" if share > MOST else None
