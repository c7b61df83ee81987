"""The budget of a long paper: what is sent whole, what as notes of which size, what not at all.

References and boilerplate never go. Where the rest does not fit, every portion gets notes, and the room that
notes leave goes to the portions that a summary needs most, which are sent whole. Only where even the shortest
notes do not fit are portions left out: appendices first, then what is needed least.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from papergloss.gloss.compression.portions import Portion

SHARES = (0.2, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02)
"""Sizes of notes as shares of their portion: the largest is taken with which all notes fit."""
NOTES_PART = 0.6
"""Part of the room that notes may take; the rest is for portions sent whole."""
STEP = 20
"""Notes have a multiple of so many tokens: small changes of the room leave kept notes of use."""
SHORTEST_NOTES = 60
"""Tokens below which notes say nothing; portions as small as that are sent whole."""


@dataclass(frozen=True, slots=True)
class Plan:
    """For each portion the tokens of its notes; None where it is sent whole, 0 where it is left out."""

    portions: tuple[Portion, ...]
    notes: tuple[int | None, ...]

    @property
    def condensed(self) -> Iterator[tuple[Portion, int]]:
        """The portions that need notes, with the tokens of the notes."""
        return ((p, size) for p, size in zip(self.portions, self.notes, strict=True) if size)


def plan(portions: list[Portion], room: int) -> Plan:
    """The plan for `room` tokens."""
    if sum(portion.tokens for portion in portions) <= room:
        return Plan(tuple(portions), (None,) * len(portions))
    sizes = _note_sizes(portions, int(NOTES_PART * room))
    spare = room - sum(_size(portion, notes) for portion, notes in zip(portions, sizes, strict=True))
    for index in sorted(range(len(portions)), key=lambda i: (-portions[i].need, i)):
        notes = sizes[index]
        if notes and portions[index].tokens - notes <= spare:
            spare -= portions[index].tokens - notes
            sizes[index] = None
    return Plan(tuple(portions), tuple(sizes))


def _size(portion: Portion, notes: int | None) -> int:
    return portion.tokens if notes is None else notes


def _note_sizes(portions: list[Portion], room: int) -> list[int | None]:
    """Notes for every portion at the largest share that fits; at the smallest, some portions go."""
    sizes: list[int | None] = []
    for share in SHARES:
        sizes = [_notes(portion, share) for portion in portions]
        if _total(portions, sizes) <= room:
            return sizes
    order = sorted(range(len(portions)), key=lambda i: (portions[i].need, -i))
    for index in order[:-1]:
        sizes[index] = 0
        if _total(portions, sizes) <= room:
            break
    return sizes


def _total(portions: list[Portion], sizes: list[int | None]) -> int:
    return sum(_size(portion, notes) for portion, notes in zip(portions, sizes, strict=True))


def _notes(portion: Portion, share: float) -> int | None:
    if portion.tokens <= SHORTEST_NOTES:
        return None
    return max(SHORTEST_NOTES, STEP * round(share * portion.tokens / STEP))
