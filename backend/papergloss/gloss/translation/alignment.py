"""How well a translation fits a sentence: by its length, and by the names, numbers and notions of both."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from papergloss.gloss.languages import Language
from papergloss.gloss.translation.lexicon import notions
from papergloss.gloss.translation.protected import without_protected

SPREAD = 0.3
"""Standard deviation of the logarithm of a long sentence's length against what its source leads to expect."""
SHORT = 60
"""Characters of a source at which the variance is twice that of a long one."""
WORST_LENGTH = 6.0
NAME, WORD, NOTION = 2.5, 1.5, 0.9
"""Cost of a number or a name like `LoRA`, of another kept word, and of a notion that only one of two holds.

Each counts less the more sentences hold it.
"""
STEP = 1.0
"""Cost of leaving out, merging or splitting a sentence."""

_NOTION = "#"
_NUMBER = r"\d+(?:[.,]\d+)*"
_NAME = r"[A-Za-z]+(?:[A-Z]|\d)[A-Za-z\d]*"
_KEPT_IN_LATIN = re.compile(rf"{_NAME}|{_NUMBER}")
_KEPT_ELSEWHERE = re.compile(rf"[A-Za-z][A-Za-z\d]+|{_NUMBER}")


class Fit:
    """Costs of pairing spans of `targets` with spans of `sources`; 0 is a perfect pair."""

    def __init__(self, sources: Sequence[str], targets: Sequence[str], language: Language) -> None:
        kept = _KEPT_IN_LATIN if "latin" in language.scripts else _KEPT_ELSEWHERE
        self._held = [{*kept.findall(t), *_spoken_of(t, language.code)} for t in targets]
        self._marks = [{*kept.findall(s), *_spoken_of(s, "en")} for s in sources]
        self._spread = Counter(token for marks in self._marks for token in marks)
        carried = set[str]().union(*self._held) & self._spread.keys()
        self._held = [held & carried for held in self._held]
        self._marks = [marks & carried for marks in self._marks]
        self._long = [max(len(without_protected(source).strip()), 1) for source in sources]
        self._stands_for = [max(language.source_length(without_protected(t).strip()), 1) for t in targets]
        pairs = zip(self._stands_for, self._long, strict=False)
        self._usual = median(length / source for length, source in pairs)

    def cost(self, sources: Sequence[int], targets: Sequence[int]) -> float:
        """Cost of these targets, taken together, as the translation of these sources."""
        return self.anchors(sources, targets) + self._length(sources, targets)

    def anchors(self, sources: Sequence[int], targets: Sequence[int]) -> float:
        """The part of the cost that names and numbers make."""
        marks = set[str]().union(*(self._marks[n] for n in sources))
        held = set[str]().union(*(self._held[n] for n in targets))
        return sum(_weight(token) / self._spread[token] for token in marks ^ held)

    def _length(self, sources: Sequence[int], targets: Sequence[int]) -> float:
        long = sum(self._long[n] for n in sources)
        off = math.log(sum(self._stands_for[n] for n in targets) / (self._usual * long))
        return min(off * off / (2 * SPREAD**2 * (1 + SHORT / long)), WORST_LENGTH)


def _spoken_of(text: str, lang: str) -> set[str]:
    return {f"{_NOTION}{name}" for name in notions(text, lang)}


def _weight(token: str) -> float:
    if token.startswith(_NOTION):
        return NOTION
    return NAME if _KEPT_IN_LATIN.fullmatch(token) else WORD


Path = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
_STEPS = ((1, 1), (1, 0), (2, 1), (1, 2))
MOST_APART = 20
"""Lines between what is taken for each other: the time of a long list grows with its length, no faster."""


def cheapest(fit: Fit, sources: int, targets: int) -> tuple[float, Path]:
    """The best pairing in order of all targets with the sources (a source may be left out), and its cost.

    The classical alignment of Gale and Church, with anchors beside the lengths.
    """
    best: dict[tuple[int, int], tuple[float, Path]] = {(0, 0): (0.0, ())}
    for i in range(sources + 1):
        for j in range(max(i - MOST_APART - max(sources - targets, 0), 0), min(i + MOST_APART, targets) + 1):
            if (i, j) not in best:
                continue
            cost, path = best[i, j]
            for a, b in _STEPS:
                if i + a > sources or j + b > targets:
                    continue
                pair = tuple(range(i, i + a)), tuple(range(j, j + b))
                step = (fit.cost(*pair) if b else 0.0) + (0.0 if a == b else STEP)
                if cost + step < best.get((i + a, j + b), (math.inf,))[0]:
                    best[i + a, j + b] = cost + step, (*path, pair)
    return best.get((sources, targets), (math.inf, ()))
