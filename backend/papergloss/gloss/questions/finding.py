"""The passages of a paper that share most with a question, whatever language it is asked in.

Words count as in Okapi's BM25 (Robertson and Zaragoza 2009); across languages, the terms of `evidence.terms`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from papergloss.gloss.compression.portions import readable
from papergloss.gloss.evidence.terms import TermIndex
from papergloss.pdf.document import Document, Passage

K1, B = 1.2, 0.75
"""Usual values: how soon a word that comes again adds nothing, how much a long passage loses."""
LATER = 0.4
"""What the words of earlier questions count against those of the question itself."""

_WORD = re.compile(r"[^\W_][\w-]+")
_ASKING = """
a an and any are about as at be been by can could did do does for from give has have how i in into is it its
me mean means much many of on or paper please say says show shows tell than that the their them there they
this to use used uses using was were what when where whether which who why will with would you authors author
they're what's
"""
_STOP = frozenset(_ASKING.split())


class Finder:
    """The words and terms of one paper's passages."""

    def __init__(self, document: Document) -> None:
        self._passages = list(readable(document))
        self._counts = {p.n: Counter(_words(f"{_heading(document, p)} {p.text}")) for p in self._passages}
        lengths = {n: sum(count.values()) for n, count in self._counts.items()}
        self._average = sum(lengths.values()) / max(1, len(lengths))
        self._lengths = lengths
        self._spread = Counter(word for count in self._counts.values() for word in count)
        self._terms = TermIndex(document.passages)

    def find(self, question: str) -> list[Passage]:
        """Readable passages that share anything with `question`, its first line above all; best first."""
        first, *earlier = question.splitlines() or [""]
        scores = self._scores(first)
        for n, score in self._scores("\n".join(earlier)).items():
            scores[n] = scores.get(n, 0.0) + LATER * score
        found = [passage for passage in self._passages if scores.get(passage.n)]
        return sorted(found, key=lambda passage: (-scores[passage.n], passage.n))

    def _scores(self, text: str) -> dict[int, float]:
        wanted = set(_words(text))
        terms = self._terms.of_claim(text)
        scores: dict[int, float] = {}
        for passage in self._passages:
            shared = self._terms.shared(terms, [passage.n]) * self._damping(passage.n, 1)
            score = self._bm25(wanted, passage.n) + shared
            if score:
                scores[passage.n] = score
        return scores

    def _bm25(self, words: Iterable[str], n: int) -> float:
        counts = self._counts[n]
        return sum(self._weight(word) * counts[word] * self._damping(n, counts[word]) for word in words)

    def _damping(self, n: int, count: int) -> float:
        length = self._lengths[n] / max(1.0, self._average)
        return (K1 + 1) / (count + K1 * (1 - B + B * length)) if count else 0.0

    def _weight(self, word: str) -> float:
        held = self._spread[word]
        return math.log(1 + (len(self._passages) - held + 0.5) / (held + 0.5)) if held else 0.0


def _words(text: str) -> list[str]:
    folded = (word.casefold() for word in _WORD.findall(text))
    return [word.removesuffix("s") if len(word) > 3 else word for word in folded if word not in _STOP]


def _heading(document: Document, passage: Passage) -> str:
    return "" if passage.section is None else document.sections[passage.section].title
