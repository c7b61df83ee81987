"""Bracketed passage numbers in a line that a model wrote: `[3]`, `[3, 7]`, `【3-5】`, `［3］[7]`."""

from __future__ import annotations

import re

LONGEST_RANGE = 12
"""A wider range cites nothing in particular: only its two ends are taken."""

_NUMBERS = r"\d{1,5}(?:\s*[-–—~～]\s*\d{1,5})?"
_GROUP = re.compile(
    r"\s*[\[【［〔]\s*(?:(?:passages?|段落?|p\.?|¶|#|\^|№)\s*)?"
    rf"({_NUMBERS}(?:\s*[,，、;；]\s*{_NUMBERS})*)\s*[\]】］〕]",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\s*[\[【［〔][^\]】］〕]{0,60}$|\s+$")
_INTERVAL = re.compile(r"(?:\bin|∈|\\in|区间|區間|range|between|от)\s*$", re.IGNORECASE)


def take_citations(text: str) -> tuple[str, list[int]]:
    """The text without its bracketed passage numbers, and these numbers, each once, in order."""
    found: dict[int, None] = {}
    kept: list[str] = []
    end = 0
    for match in _GROUP.finditer(text):
        before = text[end : match.start()]
        numbers = _expand(match[1])
        if 0 in numbers or _INTERVAL.search(before) or text[: match.start()].count("$") % 2:
            continue
        kept.append(before)
        found.update(dict.fromkeys(numbers))
        end = match.end()
    kept.append(text[end:])
    return _closed_up("".join(kept)), list(found)


def without_unfinished(text: str) -> str:
    """A line still being written, without the tail that may become a citation."""
    return _UNFINISHED.sub("", text)


def _expand(group: str) -> list[int]:
    numbers: list[int] = []
    for item in re.split(r"[,，、;；]", group):
        ends = [int(digits) for digits in re.findall(r"\d+", item)]
        first, last = ends[0], ends[-1]
        wide = not first <= last < first + LONGEST_RANGE
        numbers.extend(dict.fromkeys((first, last)) if wide else range(first, last + 1))
    return numbers


def _closed_up(text: str) -> str:
    return re.sub(r"\s+([.,;:!?。，；：！？、])", r"\1", text).strip()
