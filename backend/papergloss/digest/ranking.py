"""Which papers are most like those that the reader liked: telling words in common, nothing else.

Each text is its most telling words, weighted by how often they stand in it and how rare they are among the
papers at hand (tf-idf), title words counting three times. A paper's score is the sum of weight x likeness²
over the reader's papers for which that is largest; likeness is the cosine of the two. A few close papers must
count more than hundreds that share everyday words.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from papergloss.arxiv.listing import Announcement
from papergloss.gloss.extractive.ranking import STOP_WORDS
from papergloss.library.interests import Interest

TITLE = 3
"""A word of the title counts as often as so many of the abstract."""
TELLING = 40
"""Words of a text that count: its others stand in hundreds of papers, which takes time and tells nothing."""
CLOSEST = 20
"""Papers of the reader's that one new paper is measured by."""
SHARED = 4
"""Words that are named as the reason."""
_WORD = re.compile(r"[^\W\d_][\w-]*[^\W_]")
_FORMULA = re.compile(r"\$[^$]*\$|\\[a-zA-Z]+|https?://\S+")

Words = Mapping[str, float]
Where = dict[str, list[tuple[int, float]]]
"""In which of the reader's papers a word stands, by their places, and how much it weighs there."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a paper is like the library; `shared` are the words that speak for it, the strongest first."""

    score: float
    shared: tuple[str, ...]


def likenesses(papers: Sequence[Announcement], interests: Sequence[Interest]) -> dict[str, Likeness]:
    """The likeness of each paper, by its id with version; empty where the library says nothing.

    A paper that is itself in the library is not compared with itself.
    """
    if not interests:
        return {}
    counted = [_counted(paper.title, paper.abstract) for paper in papers]
    liked = [_counted(interest.title, interest.abstract) for interest in interests]
    rarity = _rarity([*counted, *liked])
    known = [_vector(words, rarity) for words in liked]
    where: Where = defaultdict(list)
    for place, words in enumerate(known):
        for word, weight in words.items():
            where[word].append((place, weight))
    found: dict[str, Likeness] = {}
    for paper, count in zip(papers, counted, strict=True):
        vector = _vector(count, rarity)
        close = _cosines(vector, where)
        counts = {
            place: interests[place].weight * cosine**2
            for place, cosine in close.items()
            if interests[place].id != paper.paper.id
        }
        closest = heapq.nlargest(CLOSEST, counts, key=lambda place: (abs(counts[place]), interests[place].id))
        weights = {place: interests[place].weight * close[place] for place in closest}
        score = math.fsum(counts[place] for place in closest)
        found[paper.paper.id_with_version] = Likeness(round(score, 6), _shared(vector, known, weights))
    return found


def ordered(papers: Sequence[Announcement], found: Mapping[str, Likeness]) -> list[Announcement]:
    """The papers that are most like the library first; else they stay in order."""
    if not found:
        return list(papers)
    return sorted(papers, key=lambda paper: -found[paper.paper.id_with_version].score)


def _counted(title: str, abstract: str) -> Counter[str]:
    words: Counter[str] = Counter()
    for text, times in ((title, TITLE), (abstract, 1)):
        for match in _WORD.finditer(_FORMULA.sub(" ", text)):
            word = _stem(match[0].casefold())
            if len(word) > 2 and word not in STOP_WORDS:
                words[word] += times
    return words


def _stem(word: str) -> str:
    """Without the s of most plurals."""
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 4 else word
    )


def _rarity(texts: Sequence[Counter[str]]) -> dict[str, float]:
    """The inverse document frequency of each word; above 0 even where every text has it."""
    count = Counter(word for words in texts for word in words)
    return {word: math.log(1 + len(texts) / number) for word, number in count.items()}


def _vector(words: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    weighted = {word: (1 + math.log(times)) * rarity[word] for word, times in words.items()}
    telling = sorted(weighted.items(), key=lambda pair: (-pair[1], pair[0]))[:TELLING]
    length = math.sqrt(math.fsum(weight * weight for _, weight in telling))
    return {word: weight / length for word, weight in telling}


def _cosines(vector: Words, where: Where) -> dict[int, float]:
    """The likeness to each of the reader's papers that shares a word, by its place."""
    close: dict[int, float] = defaultdict(float)
    for word, weight in vector.items():
        for place, other in where.get(word, ()):
            close[place] += weight * other
    return close


def _shared(vector: Words, known: Sequence[Words], weights: Mapping[int, float]) -> tuple[str, ...]:
    share: dict[str, float] = defaultdict(float)
    for place, weight in weights.items():
        for word in vector.keys() & known[place].keys():
            share[word] += weight * vector[word] * known[place][word]
    # Rounded, so that the order in which parts were added up decides nothing.
    best = sorted((-round(part, 9), word) for word, part in share.items() if part > 0)
    return tuple(word for _, word in best[:SHARED])
