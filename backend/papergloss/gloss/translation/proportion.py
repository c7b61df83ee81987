"""Finds sentences that are too short or too long beside the other sentences of the same translation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import median

from papergloss.gloss.languages import Language
from papergloss.gloss.translation.lexicon import carried_over, notions
from papergloss.gloss.translation.protected import without_protected

SHORTEST_JUDGED = 60
"""Characters of prose from which the length of a translation tells anything."""
FEWEST = 3
"""Sentences from which their median length is a measure."""
HALF = 0.52
"""Share of the median below which a sentence is not whole."""
UNENDED = 0.8
"""The same for a sentence without a full stop where its source and its neighbours have one."""
SHORTEST_UNENDED = 30
"""Characters of prose from which that tells anything."""
MORE = 1.25
"""Share of the median above which a sentence that became several says more than its source."""
WHOLE = 0.92
"""The same for what stands before the last of them: the last one is too much."""

MOST_OF_IT = 0.75
"""Share of the median that the other sentences have where one that adds nothing to them is too much."""
HALF_OF_IT = 0.5
"""The same where most notions of that one are not its source's."""

_STOP = re.compile(r"[。！？]|(?:(?<=[^\W_])|(?<=[%)\]»”]))[.!?؟](?=$|\s+(?![a-zà-ÿа-я\d]))")
_ENDED = re.compile(r"[.!?。！？．؟…][\"”’»」』）)\]]*$")


def out_of_proportion(
    sources: Sequence[str], targets: Mapping[int, str], language: Language
) -> dict[int, str]:
    """Numbers of abstract sentences (from 1) that are shortened or overlong."""
    shares = {
        n: language.source_length(without_protected(targets[n]).strip()) / prose
        for n, source in enumerate(sources)
        if n and n in targets and (prose := len(without_protected(source).strip())) >= SHORTEST_UNENDED
    }
    if len(shares) < FEWEST:
        return {}
    usual = median(shares.values())
    ends = sum(ended(targets[n]) for n in shares) * 2 > len(shares)
    found: dict[int, str] = {}
    for n, share in shares.items():
        source = sources[n]
        long = len(without_protected(source).strip()) >= SHORTEST_JUDGED
        broken_off = ends and ended(source) and not ended(targets[n])
        if share < (UNENDED if broken_off else HALF if long else 0) * usual:
            found[n] = "shortened"
        elif len(_STOP.findall(targets[n])) > max(len(_STOP.findall(source)), 1) and (
            (long and (share > MORE * usual or _whole_without_last(share, targets[n], usual)))
            or _stray_sentence(source, targets[n], language, share / usual, long)
        ):
            found[n] = "overlong"
    return found


def _whole_without_last(share: float, target: str, usual: float) -> bool:
    """Whether the sentences before the last one are as long as the whole usually is."""
    text = target.strip()
    last = [stop.end() for stop in _STOP.finditer(text) if stop.end() < len(text) - 1][-1:]
    return bool(last) and share * last[0] / len(text) > WHOLE * usual


def _stray_sentence(source: str, target: str, language: Language, share: float, long: bool) -> bool:
    """Whether one of several sentences speaks of nothing that the source speaks of, or adds nothing.

    One that carries a name, a number or a word of the source does not count. `share`: of the usual length.
    """
    spoken_of, marks = notions(source, "en"), carried_over(source)
    pieces = [piece for piece in _STOP.split(target) if piece.strip()]
    held = [notions(piece, language.code) for piece in pieces]
    for n, (piece, said) in enumerate(zip(pieces, held, strict=True)):
        if marks & carried_over(piece):
            continue
        known = said & spoken_of
        if said and not known:
            return True
        left = share * (1 - len(piece) / len(target))
        mostly_foreign = bool(said) and 2 * len(known) < len(said)
        enough = (long and left > MOST_OF_IT) or (mostly_foreign and left > HALF_OF_IT)
        if enough and len(pieces) > 1 and known <= frozenset[str]().union(*held[:n], *held[n + 1 :]):
            return True
    return False


def ended(text: str) -> bool:
    """Whether `text` closes with a full stop or the like."""
    return bool(_ENDED.search(text.rstrip()))
