"""Where a query's words stand in a text, as pieces that are marked or not; never as HTML."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from papergloss.store.index_text import CJK_RUN, WORD, fold
from papergloss.store.query import Query

SNIPPET_BEFORE, SNIPPET_AFTER = 40, 160
"""Characters around the first hit."""
_NOT_A_LETTER = r"(?<![^\W_])"


@dataclass(frozen=True, slots=True)
class Piece:
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
        text = unicodedata.normalize("NFC", text)
        return _cut(text, self._hits(column, text), 0, len(text))

    def snippet(self, column: str, text: str) -> list[Piece] | None:
        """What stands around the first hit; None where there is none."""
        text = unicodedata.normalize("NFC", text)
        hits = self._hits(column, text)
        if not hits:
            return None
        start = max(0, hits[0][0] - SNIPPET_BEFORE)
        end = min(len(text), hits[0][0] + SNIPPET_AFTER)
        start = text.rfind("\n", 0, hits[0][0]) + 1 if "\n" in text[start : hits[0][0]] else start
        return _cut(text, [hit for hit in hits if hit[1] <= end], start, end)

    def _hits(self, column: str, text: str) -> list[tuple[int, int]]:
        pattern = self._patterns.get(column, self._any)
        if pattern is None:
            return []
        folded, places = _folded(text)
        spans = (match.span() for match in pattern.finditer(folded))
        return [(places[start], places[end - 1] + 1) for start, end in spans if end > start]


def _pattern(texts: list[str]) -> re.Pattern[str] | None:
    """Words of letters count from their beginning, as the index has them; Chinese stands anywhere."""
    words = {part for text in texts for part in _parts(fold(text))}
    forms = [
        re.escape(word) if CJK_RUN.match(word) else _NOT_A_LETTER + re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile("|".join(forms)) if forms else None


def _parts(folded: str) -> list[str]:
    spaced = CJK_RUN.sub(lambda run: f" {run[0]} ", folded)
    return WORD.findall(spaced)


def _folded(text: str) -> tuple[str, range | list[int]]:
    """The folded text and, for each of its characters, where it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folds = [fold(character) for character in text]
    return "".join(folds), [place for place, folded in enumerate(folds) for _ in folded]


def _cut(text: str, hits: list[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    for first, last in hits:
        if first > start:
            pieces.append(Piece(text[start:first], hit=False))
        pieces.append(Piece(text[first:last], hit=True))
        start = last
    if start < end or not pieces:
        pieces.append(Piece(text[start:end], hit=False))
    return pieces
