"""Finds translations of something else: copied, swapped, merged, shifted, or invented."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from papergloss.gloss.languages import Language
from papergloss.gloss.translation.alignment import MOST_APART, STEP, Fit, cheapest
from papergloss.gloss.translation.lexicon import carried_over, notions
from papergloss.gloss.translation.proportion import ended
from papergloss.gloss.translation.protected import without_protected

MERGED = 1.5
"""A translation this many times as long as usual, before a missing one, holds both."""
SURE = 3.0
"""Another pairing must be cheaper by this much to be believed."""
LIKELY = 0.5
"""The same where sentences are missing at the end."""
ENOUGH = 2
"""Notions of a translation that say something else where its source has notions and none of these."""
SWAPPED = 2.0
"""The same for two; where they are no neighbours, names, numbers and notions alone must speak this much."""
TELLING = 0.5
"""What these must say of neighbours at least: lengths alone prove nothing."""


def misplaced(
    sources: Sequence[str], targets: Mapping[int, str], asked: Sequence[int], language: Language
) -> dict[int, str]:
    """Sentence numbers (indexes of `sources`) that are not to be believed, with the reason.

    `targets` holds good translations too; `asked` are the numbers that this answer was to give, in order.
    shifted: another sentence has the same translation, or another order of the answer's sentences fits
    names, numbers, notions and lengths better. merged: the next number is missing and this one holds both.
    invented: it speaks of nothing that its source speaks of, and carries nothing of it over.
    """
    given = [n for n in asked if n in targets]
    if len(given) < len(asked) and given and not ended(targets[given[-1]]):
        given.pop()
    found = dict.fromkeys(_invented(sources, targets, language), "invented")
    found |= dict.fromkeys(_merged(sources, targets, language), "merged")
    if len(given) > 1:
        found |= dict.fromkeys(_out_of_order(sources, targets, asked, given, language), "shifted")
    return found | dict.fromkeys(_copied(sources, targets), "shifted")


def _invented(sources: Sequence[str], targets: Mapping[int, str], language: Language) -> Iterator[int]:
    for n, target in targets.items():
        wanted, found = notions(sources[n], "en"), notions(target, language.code)
        if not n or not wanted or wanted & found or len(found) < ENOUGH:
            continue
        if not carried_over(sources[n]) & carried_over(target):
            yield n


def _copied(sources: Sequence[str], targets: Mapping[int, str]) -> Iterator[int]:
    same: dict[str, list[int]] = defaultdict(list)
    for n, target in targets.items():
        same[_letters(target)].append(n)
    for numbers in same.values():
        if len({_letters(sources[n]) for n in numbers}) > 1:
            yield from numbers


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _merged(sources: Sequence[str], targets: Mapping[int, str], language: Language) -> Iterator[int]:
    for n, target in targets.items():
        if 0 < n < len(sources) - 1 and n + 1 not in targets:
            stands_for = language.source_length(without_protected(target))
            if stands_for > MERGED * max(len(without_protected(sources[n])), 1):
                yield n


def _out_of_order(
    sources: Sequence[str],
    targets: Mapping[int, str],
    asked: Sequence[int],
    given: Sequence[int],
    language: Language,
) -> Iterator[int]:
    fit = Fit([sources[n] for n in [*given, *asked[len(given) :]]], [targets[n] for n in given], language)
    for i in range(len(given)):
        for j in range(i + 1, min(i + 1 + MOST_APART, len(given))):
            if _swapped(fit, i, j):
                yield from (given[i], given[j])
    if list(given) != list(asked[: len(given)]):
        return
    missing = len(asked) - len(given)
    straight = sum(fit.cost((n,), (n,)) for n in range(len(given))) + STEP * missing
    cost, path = cheapest(fit, len(asked), len(given))
    if cost < straight - (LIKELY if missing else SURE):
        moved = {n for of, by in path for n in by if of != by}
        yield from (given[n] for n in moved)


def _swapped(fit: Fit, i: int, j: int) -> bool:
    def gain(cost: Callable[[Sequence[int], Sequence[int]], float]) -> float:
        return cost((i,), (i,)) + cost((j,), (j,)) - cost((i,), (j,)) - cost((j,), (i,))

    return gain(fit.cost) > SWAPPED and gain(fit.anchors) > (TELLING if j == i + 1 else SWAPPED)
