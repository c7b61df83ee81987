"""Words that two prints of one text share, and which of one print is which of the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from papergloss.pdf.wording import squash

Pair = tuple[int, int]

SHINGLE = 4
"""Words in a row that, standing once in either print, mark one place."""
WIDEST = 2_000_000
"""Product of two stretches' lengths that are still compared word by word: some milliseconds."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Runs of two letters or more, folded, with where they begin and end.

    Digits and single letters are left to the gaps between: in a formula they stand in another order.
    """
    for match in _WORD.finditer(text):
        yield squash(match[0]), match.start(), match.end()


def align(first: Sequence[str], second: Sequence[str]) -> list[Pair]:
    """Which words of `first` are which of `second`, both rising."""
    anchors = [(-1, -1), *_rising(_anchors(first, second)), (len(first), len(second))]
    pairs: list[Pair] = []
    for (a0, b0), (a1, b1) in pairwise(anchors):
        if a0 >= 0:
            pairs.append((a0, b0))
        pairs.extend(_between(first, second, (a0 + 1, b0 + 1), (a1, b1)))
    return pairs


def _between(first: Sequence[str], second: Sequence[str], begin: Pair, end: Pair) -> Iterator[Pair]:
    left, right = first[begin[0] : end[0]], second[begin[1] : end[1]]
    if not left or not right or len(left) * len(right) > WIDEST:
        return
    for block in Indel.opcodes(left, right):
        if block.tag == "equal":
            for step in range(block.src_end - block.src_start):
                yield begin[0] + block.src_start + step, begin[1] + block.dest_start + step


def _anchors(first: Sequence[str], second: Sequence[str]) -> list[Pair]:
    here, there = _once(first), _once(second)
    return sorted((place, there[shingle]) for shingle, place in here.items() if shingle in there)


def _once(text: Sequence[str]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for place in range(len(text) - SHINGLE + 1):
        shingle = tuple(text[place : place + SHINGLE])
        if shingle in found:
            twice.add(shingle)
        found[shingle] = place
    return {shingle: place for shingle, place in found.items() if shingle not in twice}


def _rising(pairs: list[Pair]) -> list[Pair]:
    """The longest part of `pairs` whose second numbers rise too (patience sorting)."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        height = bisect_left(ends, place)
        before.append(last[height - 1] if height else -1)
        ends[height : height + 1] = [place]
        last[height : height + 1] = [index]
    chain: list[Pair] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
