"""Which sentences of a translation stand for which of the source, where nothing numbers them.

The classical alignment by length of Gale and Church (1993), with the anchors that both texts hold (names,
numbers: `gloss.translation.alignment.Fit`) beside the lengths. It is run twice: how long this translation
is for its source is measured on the pairs of the first run.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from papergloss.gloss.languages import Language
from papergloss.gloss.translation.alignment import Fit
from papergloss.gloss.translation.protected import without_protected

LEFT_OUT, ADDED, JOINED = 3.0, 3.0, 3.0
"""Cost of a source without a translation, of a translation without a source, of two that became one.

Chosen on published translations with sentences taken out, joined and parted: see docs/evaluation.md.
"""
SPREAD = 0.3
"""Standard deviation of the logarithm of a long sentence's length against what its source leads to expect."""
SHORT = 60
"""Characters of a source at which the variance is twice that of a long one."""
WORST_LENGTH = 6.0
_STEPS = {(1, 1): 0.0, (1, 0): LEFT_OUT, (0, 1): ADDED, (2, 1): JOINED, (1, 2): JOINED}


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences (indexes from 0) that stand for each other; one side is empty where nothing does."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]


class _Costs:
    """Cost of pairing sentences; `usual` is how much longer than expected this translation is."""

    def __init__(self, sources: Sequence[str], targets: Sequence[str], language: Language) -> None:
        self._fit = Fit(sources, targets, language)
        self._long = [max(len(without_protected(text).strip()), 1) for text in sources]
        self._stands_for = [max(language.source_length(without_protected(t).strip()), 1) for t in targets]
        self.usual = 1.0

    def of(self, pair: Pair) -> float:
        long = sum(self._long[n] for n in pair.sources)
        off = math.log(self._share(pair) / self.usual)
        length = min(off * off / (2 * SPREAD**2 * (1 + SHORT / long)), WORST_LENGTH)
        return length + self._fit.anchors(pair.sources, pair.targets)

    def measure(self, pairs: list[Pair]) -> None:
        """Takes how long the translation is from pairs of one sentence and one."""
        shares = [self._share(pair) for pair in pairs if len(pair.sources) == len(pair.targets) == 1]
        self.usual = median(shares) if shares else 1.0

    def _share(self, pair: Pair) -> float:
        return sum(self._stands_for[n] for n in pair.targets) / sum(self._long[n] for n in pair.sources)


def align(sources: Sequence[str], targets: Sequence[str], language: Language) -> list[Pair]:
    """The cheapest pairing in order, every sentence of both sides in exactly one pair."""
    if not sources or not targets:
        return [
            *(Pair((n,), ()) for n in range(len(sources))),
            *(Pair((), (n,)) for n in range(len(targets))),
        ]
    costs = _Costs(sources, targets, language)
    costs.measure(_cheapest(costs, len(sources), len(targets)))
    return _cheapest(costs, len(sources), len(targets))


def _cheapest(costs: _Costs, sources: int, targets: int) -> list[Pair]:
    best: dict[tuple[int, int], tuple[float, tuple[Pair, ...]]] = {(0, 0): (0.0, ())}
    for i in range(sources + 1):
        for j in range(targets + 1):
            cost, path = best[i, j]
            for (of, by), step in _STEPS.items():
                end = i + of, j + by
                if end[0] > sources or end[1] > targets:
                    continue
                pair = Pair(tuple(range(i, end[0])), tuple(range(j, end[1])))
                total = cost + step + (costs.of(pair) if of and by else 0.0)
                if total < best.get(end, (math.inf,))[0]:
                    best[end] = total, (*path, pair)
    return list(best[sources, targets][1])
