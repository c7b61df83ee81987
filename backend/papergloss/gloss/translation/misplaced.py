"""Finds translations that stand at another sentence's number: merged, or shifted after one was left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from papergloss.gloss.languages import Language
from papergloss.gloss.translation.protected import without_protected

MERGED = 1.5
"""A translation this many times as long as usual, before a missing one, holds both."""

_MARK = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*|\d+(?:\.\d+)?)(?![A-Za-z0-9])")


def misplaced(sources: Sequence[str], targets: Mapping[int, str], language: Language) -> dict[int, str]:
    """Sentence numbers (indexes of `sources`) that are not to be believed, with the reason.

    merged: the next number is missing and this translation is long enough for both. shifted: it holds none of
    its source's acronyms and numbers, but another sentence's.
    """
    found: dict[int, str] = {}
    marks = [set(_MARK.findall(source)) for source in sources]
    for n, target in targets.items():
        own = marks[n]
        held = set(_MARK.findall(target))
        elsewhere = set[str]().union(*(other for index, other in enumerate(marks) if index not in (0, n)))
        if n > 0 and own and not own & held and (held - own) & elsewhere:
            found[n] = "shifted"
        elif (
            0 < n < len(sources) - 1
            and n + 1 not in targets
            and _share(sources[n], target, language) > MERGED
        ):
            found[n] = "merged"
    return found


def _share(source: str, target: str, language: Language) -> float:
    return language.source_length(without_protected(target)) / max(len(without_protected(source)), 1)
