"""Where a query's words stand in a text, as pieces that are marked or not; never as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from papergloss.store.index_text import CJK_RUN, WORD, fold
from papergloss.store.query import Query

SNIPPET_BEFORE, SNIPPET_AFTER = 40, 160
"""Characters around the first hit."""


class Piece(NamedTuple):
    """A piece of text; `hit` where it is what was looked for."""

    text: str
    hit: bool


class Marker:
    """Marks the words of one query."""

    def __init__(self, query: Query) -> None:
        wanted = [words for words in query.words if not words.negated]
        self._patterns = {
            words.column: _pattern([w.text for w in wanted if w.column in (None, words.column)])
            for words in wanted
        }
        self._any = _pattern([words.text for words in wanted if words.column is None])

    def pieces(self, column: str, text: str) -> list[Piece]:
        """The whole text in pieces."""
        return _cut(text, self._look(column, text)(0, len(text)), 0, len(text))

    def snippet(self, column: str, text: str) -> list[Piece] | None:
        """What stands around the first hit; None where there is none."""
        hits = self._look(column, text)
        first = next(hits(0, len(text)), None)
        if first is None:
            return None
        start = max(0, first[0] - SNIPPET_BEFORE, text.rfind("\n", 0, first[0]) + 1)
        end = min(len(text), first[0] + SNIPPET_AFTER)
        return _cut(text, hits(start, end), start, end)

    def _look(self, column: str, text: str) -> Callable[[int, int], Iterator[tuple[int, int]]]:
        """Gives the hits between two places of a text, which is folded once."""
        pattern = self._patterns.get(column, self._any)
        if pattern is None or not text:
            return lambda _start, _end: iter(())
        folded = fold(text)
        if len(folded) == len(text):
            return lambda start, end: map(re.Match.span, pattern.finditer(folded, start, end))
        spans = list(_spans(pattern, text))
        return lambda start, end: (span for span in spans if span[0] >= start and span[1] <= end)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the pattern is in a text that is not as long when it is folded."""
    folds = [fold(character) for character in text]
    places = [place for place, one in enumerate(folds) for _ in one]
    for match in pattern.finditer("".join(folds)):
        yield places[match.start()], places[match.end() - 1] + 1


def _pattern(texts: list[str]) -> re.Pattern[str] | None:
    """Words of letters count from their beginning, as the index has them; Chinese stands anywhere."""
    words = {part for text in texts for part in _parts(fold(text))}
    forms = [_form(word) for word in sorted(words, key=len, reverse=True)]
    return re.compile("|".join(forms)) if forms else None


def _form(word: str) -> str:
    """What stands before is looked at last: a search leaps to the letters that a pattern begins with."""
    letters = re.escape(word)
    return letters if CJK_RUN.match(word) else rf"{letters}(?<![^\W_]{letters})"


def _parts(folded: str) -> list[str]:
    spaced = CJK_RUN.sub(lambda run: f" {run[0]} ", folded)
    return WORD.findall(spaced)


def _cut(text: str, hits: Iterable[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    for first, last in hits:
        if first < start:
            continue  # two marks of one character that is folded to several
        if first > start:
            pieces.append(Piece(text[start:first], False))
        pieces.append(Piece(text[first:last], True))
        start = last
    if start < end or not pieces:
        pieces.append(Piece(text[start:end], False))
    return pieces
