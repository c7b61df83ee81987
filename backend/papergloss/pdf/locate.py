"""From a sentence or a model's quote to the place where it is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from papergloss.pdf.document import Document, Rect
from papergloss.pdf.geometry import join, overlap_y
from papergloss.pdf.wording import squash

SHORTEST_EXACT = 6
"""Letters and digits: shorter strings stand anywhere."""
SHORTEST_FUZZY = 24
ROUGH = 65.0
"""Of 100, for the first look: a word of ten letters left out of a quote of eighty costs 20."""
ANCHOR = 4
"""Letters that must agree in one piece at either end."""
CUTOFF = 85.0
"""Of 100: at this score 94.6 % of quotes with one word dropped were found on the right page."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a quote stands: its first page, one rectangle a line there (points), the passages it touches."""

    page: int
    rects: tuple[Rect, ...]
    exact: bool
    passages: tuple[int, ...] = ()


class WordIndex:
    """A document's words as one string without spaces, and the way back."""

    def __init__(self, document: Document) -> None:
        self._words = document.words
        self._starts: list[int] = []
        pieces, length = [], 0
        for word in document.words.text:
            piece = squash(word)
            self._starts.append(length)
            pieces.append(piece)
            length += len(piece)
        self._text = "".join(pieces)

    def find(self, quote: str, passages: Sequence[int] = ()) -> Location | None:
        """The place of `quote`, or None; then it must not be shown as a quote.

        Exact first (letters and digits only), in `passages` before anywhere else; then the most similar
        stretch, which must hold every number of the quote.
        """
        wanted = squash(quote)
        if len(wanted) < SHORTEST_EXACT:
            return None
        begin = self._exact(wanted, frozenset(passages))
        if begin >= 0:
            return self._location(begin, begin + len(wanted), exact=True)
        if len(wanted) < SHORTEST_FUZZY:
            return None
        span = self._similar(wanted)
        if span is None or not self._same_numbers(quote, *span):
            return None
        return self._location(*span, exact=False)

    def _similar(self, wanted: str) -> tuple[int, int] | None:
        """The most similar stretch: a first look fixes the place, a second one its ends."""
        match = fuzz.partial_ratio_alignment(wanted, self._text, score_cutoff=ROUGH)
        if match is None:
            return None
        reach = len(wanted) // 4
        low = max(0, match.dest_start - reach)
        window = self._text[low : match.dest_end + reach]
        same = [
            block
            for block in Indel.opcodes(wanted, window)
            if block.tag == "equal" and block.dest_end - block.dest_start >= ANCHOR
        ]
        if not same:
            return None
        begin, end = low + same[0].dest_start, low + same[-1].dest_end
        return (begin, end) if fuzz.ratio(wanted, self._text[begin:end]) >= CUTOFF else None

    def _exact(self, wanted: str, preferred: frozenset[int]) -> int:
        first = begin = self._text.find(wanted)
        while preferred and begin >= 0:
            if self._words.passage[self._word_at(begin)] in preferred:
                return begin
            begin = self._text.find(wanted, begin + 1)
        return first

    def _word_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _same_numbers(self, quote: str, begin: int, end: int) -> bool:
        """A near match that changes a number is no quote."""
        first, last = self._word_at(begin), self._word_at(end - 1)
        near = squash(" ".join(self._words.text[max(0, first - 1) : last + 2]))
        return all(number in near for number in re.findall(r"\d+", squash_numbers(quote)))

    def _location(self, begin: int, end: int, *, exact: bool) -> Location:
        first, last = self._word_at(begin), self._word_at(end - 1)
        words, page = self._words, self._words.page[first]
        rects: list[Rect] = []
        for index in range(first, last + 1):
            rect = words.rect[index]
            if words.page[index] != page or not words.text[index]:
                continue
            if rects and rect[0] >= rects[-1][0] and overlap_y(rect, rects[-1]) > 0.4 * (rect[3] - rect[1]):
                rects[-1] = join(rects[-1], rect)
            else:
                rects.append(rect)
        touched = dict.fromkeys(n for n in words.passage[first : last + 1] if n)
        return Location(page, tuple(rects), exact, tuple(touched))


def squash_numbers(text: str) -> str:
    """`text` with the dots and commas inside its numbers taken out, as the index has them."""
    return re.sub(r"(?<=\d)[.,](?=\d)", "", text)
