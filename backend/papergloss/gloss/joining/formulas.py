"""The author's LaTeX in the place of the glyphs that the PDF prints for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papergloss.arxiv.html_paper import Formula, Run
from papergloss.arxiv.text import join
from papergloss.gloss.joining.agreement import agrees
from papergloss.gloss.joining.words import align, words
from papergloss.pdf.document import Passage

LEAST_FOUND = 0.5
"""Part of the shorter text's words that must stand in the other: less is another paper."""
LONGEST_GAP = 1200
"""Characters of the page between two words of the text; more is no formula."""

_PUNCTUATION = ".,;:"
_NUMBER = re.compile(r"[\d.,/]+")
_LINE = "\ue002"
"""Stands for the `$` of a displayed formula until its rows are one."""
_LINES = re.compile(f"{_LINE}\\s*{_LINE}")


@dataclass(frozen=True, slots=True)
class Joined:
    """Passage number to its text with LaTeX, and whether the two texts are the same paper."""

    tex: dict[int, str]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Print:
    """The words of the passages, and where each stands: index of the passage, begin, end."""

    words: list[str] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Source:
    """The words of the HTML; `gaps[k]` is what stands before word `k`, the last one after all."""

    words: list[str] = field(default_factory=list)
    gaps: list[list[Run]] = field(default_factory=lambda: [[]])


def join_formulas(passages: Sequence[Passage], runs: Sequence[Run]) -> Joined:
    """Puts the formulas of `runs` into the passages, where the words on both sides and the glyphs agree."""
    shown, source = _print(passages), _source(runs)
    pairs = align(shown.words, source.words)
    if not pairs or len(pairs) < LEAST_FOUND * min(len(shown.words), len(source.words)):
        return Joined({}, sure=False)
    changes: dict[int, list[tuple[int, int, str]]] = {}
    ends = [(-1, -1), *pairs, (len(shown.words), len(source.words))]
    for (a0, b0), (a1, b1) in pairwise(ends):
        if b1 == b0 + 1 and any(isinstance(run, Formula) for run in source.gaps[b1]):
            for place, begin, end, text in _fit(passages, shown, a0, a1, source.gaps[b1]):
                changes.setdefault(place, []).append((begin, end, text))
    tex = {passages[place].n: _changed(passages[place].text, made) for place, made in changes.items()}
    return Joined(tex, sure=True)


def _print(passages: Sequence[Passage]) -> _Print:
    shown = _Print()
    for place, passage in enumerate(passages):
        for word, begin, end in words(passage.text):
            shown.words.append(word)
            shown.places.append((place, begin, end))
    return shown


def _source(runs: Sequence[Run]) -> _Source:
    source = _Source()
    for run in runs:
        if isinstance(run, Formula):
            source.gaps[-1].append(run)
            continue
        done = 0
        for word, begin, end in words(run):
            source.gaps[-1].append(run[done:begin])
            source.words.append(word)
            source.gaps.append([])
            done = end
        source.gaps[-1].append(run[done:])
    return source


def _fit(
    passages: Sequence[Passage], shown: _Print, before: int, after: int, gap: list[Run]
) -> Iterator[tuple[int, int, int, str]]:
    """The changes that a gap of the HTML makes between two words of the PDF, in one passage or several."""
    stretches = list(_stretches(passages, shown, before, after))
    pieces = [gap] if len(stretches) == 1 else list(_pieces(gap))
    if len(pieces) != len(stretches):
        return
    for (place, begin, end), piece in zip(stretches, pieces, strict=True):
        printed = passages[place].text[begin:end]
        text = written(piece, printed)
        if text != printed and agrees(text, printed):
            yield place, begin, end, text


def _stretches(
    passages: Sequence[Passage], shown: _Print, before: int, after: int
) -> Iterator[tuple[int, int, int]]:
    """What the PDF prints between two words, passage by passage; bare punctuation is none."""
    first, _, start = shown.places[before] if before >= 0 else (0, 0, 0)
    final = len(passages) - 1
    last, stop, _ = (
        shown.places[after] if after < len(shown.places) else (final, len(passages[final].text), 0)
    )
    for place in range(first, last + 1):
        text = passages[place].text
        begin, end = start if place == first else 0, stop if place == last else len(text)
        begin += len(text[begin:end]) - len(text[begin:end].lstrip())
        end -= len(text[begin:end]) - len(text[begin:end].rstrip())
        if end - begin <= LONGEST_GAP and any(c.isalnum() or ord(c) > 0x2100 for c in text[begin:end]):
            yield place, begin, end


def _pieces(gap: list[Run]) -> Iterator[list[Run]]:
    """A gap cut before and after displayed formulas; pieces that say nothing are left out."""
    groups: list[list[Run]] = [[]]
    for run in gap:
        display = isinstance(run, Formula) and run.display
        if display and not any(isinstance(other, Formula) and other.display for other in groups[-1]):
            groups.append([])
        groups[-1].append(run)
    for group in groups:
        if any(isinstance(run, Formula) for run in group):
            yield group


def written(runs: Sequence[Run], printed: str) -> str:
    """Text and formulas on one line, LaTeX between `$`; without punctuation that the page has elsewhere."""
    text = "".join(map(_written, runs))
    text = join(_LINES.sub(" ", text).replace(_LINE, "$"))
    if text[:1] in _PUNCTUATION and text[:1] != printed[:1]:
        text = text.lstrip(_PUNCTUATION + " ")
    if text[-1:] in _PUNCTUATION and text[-1:] != printed[-1:]:
        text = text.rstrip(_PUNCTUATION + " ")
    return text


def _written(run: Run) -> str:
    """A number alone needs no LaTeX; the rows of a displayed formula become one."""
    if isinstance(run, str):
        return run.replace("$", r"\$").replace(_LINE, "")
    if _NUMBER.fullmatch(run.tex):
        return run.tex
    return f"{_LINE}{run.tex}{_LINE}" if run.display else f"${run.tex}$"


def _changed(text: str, made: list[tuple[int, int, str]]) -> str:
    pieces, done = [], 0
    for begin, end, new in sorted(made):
        pieces += [text[done:begin], new]
        done = end
    return "".join([*pieces, text[done:]])
