"""Bracketed passage numbers in a line that a model wrote: `[3]`, `[3, 7]`, `【3-5】`, `［3］[7]`."""

from __future__ import annotations

import re

LONGEST_RANGE = 12
"""A wider range cites nothing in particular: only its two ends are taken."""

_NUMBERS = r"\d{1,5}(?:\s*[-–—~～]\s*\d{1,5})?"
_GROUP = re.compile(
    r"(?<!\s)\s*[\[【［〔]\s*(?:(?:passages?|段落?|p\.?|¶|#|\^|№)\s*)?"
    rf"({_NUMBERS}(?:\s*[,，、;；]\s*{_NUMBERS})*)\s*[\]】］〕]",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"(?<!\s)(?:\s*[\[【［〔][^\]】］〕]{0,60}|\s+)$")
_INTERVAL = re.compile(r"(?:\bin|∈|\\in|区间|區間|range|between|от)\s*$", re.IGNORECASE)
_MATH = re.compile(r"(?<!\\)\$(?!\s)(?:\\.|[^$\\])+?(?<!\s)\$(?!\d)")
_IN_OPEN_MATH = re.compile(r"((?<!\\)\$(?!\s)[^$\[【［〔]*)[\[【［〔].*$")
_CLAUSE_ENDS = ".,;:!?。，；：！？、)）"


def take_citations(text: str) -> tuple[str, list[int]]:
    """The text without its bracketed passage numbers, and these numbers, each once, in order.

    Two numbers in one bracket may be an interval: only at the end of a clause is it a citation.
    """
    found: dict[int, None] = {}
    kept: list[str] = []
    end = 0
    formulas = [match.span() for match in _MATH.finditer(text)]
    for match in _GROUP.finditer(text):
        inside = any(first < match.start() < last for first, last in formulas)
        numbers = _expand(match[1])
        if 0 in numbers or inside or _maybe_interval(text, match):
            continue
        kept.append(text[end : match.start()])
        found.update(dict.fromkeys(numbers))
        end = match.end()
    kept.append(text[end:])
    return _closed_up("".join(kept)), list(found)


def without_unfinished(text: str) -> str:
    """A line still being written, without the tail that may become a citation."""
    blind = _MATH.sub(lambda formula: "x" * len(formula.group()), text)
    if opened := _IN_OPEN_MATH.search(blind):
        text = text[: opened.end(1)]
    return _UNFINISHED.sub("", text)


def _maybe_interval(text: str, match: re.Match[str]) -> bool:
    if len(re.findall(r"\d+", match[1])) != 2:
        return False
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if _INTERVAL.search(before):
        return True
    closes = not after or after[0] in _CLAUSE_ENDS or _GROUP.match(after)
    return not closes and not before.endswith((".", "。", ";", "；"))


def _expand(group: str) -> list[int]:
    numbers: list[int] = []
    for item in re.split(r"[,，、;；]", group):
        ends = [int(digits) for digits in re.findall(r"\d+", item)]
        first, last = ends[0], ends[-1]
        wide = not first <= last < first + LONGEST_RANGE
        numbers.extend(dict.fromkeys((first, last)) if wide else range(first, last + 1))
    return numbers


def _closed_up(text: str) -> str:
    return re.sub(r"(?<!\s)\s+([.,;:!?。，；：！？、])", r"\1", text).strip()
