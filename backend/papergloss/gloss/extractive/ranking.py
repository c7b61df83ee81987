"""Ranks a paper's sentences by how much each says about the whole."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import takewhile

from papergloss.gloss.compression.portions import readable
from papergloss.gloss.dialogue.answers import orders
from papergloss.gloss.dialogue.vocabulary import Role
from papergloss.gloss.extractive.cues import role_of, weight_of
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import Document, Passage

MOST_SENTENCES = 320
"""Centrality is quadratic; these take about half a second. Longer papers lose their middle sections first."""
SHORTEST, LONGEST = 40, 420
"""Characters of a sentence that can stand alone."""
FEW = 8
"""Where fewer sentences than these stand alone, every sentence counts."""
TOO_SHORT = 20
"""Characters below which nothing is a sentence, whatever the splitter says."""
DAMPING, ROUNDS = 0.85, 20
LIKE_ENOUGH = 0.08
"""Cosine from which two sentences are neighbours."""

_WORD = re.compile(r"[a-zà-öø-ÿа-я][\w-]{2,}|[\u4e00-\u9fff]{2}", re.IGNORECASE)
_STOP_WORDS = """
the and for that with are this from which our can have has been was were its not but also these
those their they such than then each other into between both more most all any some one two may use
used using based show shown where when while there here however thus since because over under only
very via per given let will would
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
_SECTIONS: tuple[tuple[tuple[str, ...], float], ...] = (
    (("conclusion", "concluding", "summary"), 1.4),
    (("introduction",), 1.2),
    (("limitation", "discussion"), 1.1),
    (("result", "experiment", "evaluation"), 0.8),
    (("related work", "background", "preliminar", "acknowledg", "notation", "proof"), 0.3),
)
"""What the heading of a section says about the worth of its sentences."""


@dataclass(slots=True)
class Candidate:
    """One sentence. `order` is its place in the paper, `worth` what it is ranked by."""

    text: str
    passage: int
    order: int
    place: float
    role: Role | None
    words: dict[str, float] = field(default_factory=dict)
    worth: float = 0.0

    def likeness(self, other: Candidate) -> float:
        """Cosine of the two sentences' words."""
        small, large = sorted((self.words, other.words), key=len)
        return sum(weight * large[word] for word, weight in small.items() if word in large)


def rank(document: Document, title: str) -> list[Candidate]:
    """The sentences that can stand alone, best first."""
    candidates = _candidates(document)
    _weigh_words(candidates)
    title_words = set(_words(title))
    for candidate, central in zip(candidates, _centrality(candidates), strict=True):
        shared = len(title_words.intersection(candidate.words)) / max(1, len(title_words))
        candidate.worth = central * candidate.place * weight_of(candidate.text) * (1 + shared)
    return sorted(candidates, key=lambda candidate: (-candidate.worth, candidate.order))


def _candidates(document: Document) -> list[Candidate]:
    found = [item for item in _sentences(document) if _stands_alone(item.text)]
    if len(found) < FEW:
        found = [item for item in _sentences(document) if len(item.text) >= TOO_SHORT]
    if len(found) > MOST_SENTENCES:
        found = sorted(found, key=lambda item: (-item.place, item.order))[:MOST_SENTENCES]
        found.sort(key=lambda item: item.order)
    for order, candidate in enumerate(found):
        candidate.order = order
    return found


def _sentences(document: Document) -> list[Candidate]:
    """Every sentence; what stands behind an order to a model in its passage belongs to the order."""
    found: list[Candidate] = []
    for passage in readable(document):
        if passage.kind == "body":
            place = _place(document, passage)
            told = takewhile(lambda sentence: not orders(sentence), split_sentences(passage.text))
            for index, sentence in enumerate(told):
                worth = place * (1.1 if index == 0 else 1.0)
                found.append(Candidate(sentence, passage.n, len(found), worth, role_of(sentence)))
    return found


def _stands_alone(sentence: str) -> bool:
    letters = sum(character.isalpha() for character in sentence)
    whole = sentence[:1].isupper() and sentence.rstrip(")]}\"'”’").endswith((".", "!", "?"))
    cjk = sentence.endswith(("。", "！", "？"))
    return SHORTEST <= len(sentence) <= LONGEST and letters > 0.6 * len(sentence) and (whole or cjk)


def _place(document: Document, passage: Passage) -> float:
    section = document.sections[passage.section] if passage.section is not None else None
    if section is None:
        return 0.5
    if section.role == "abstract":
        return 2.2
    if section.role != "body":
        return 0.15
    title = section.title.casefold()
    for words, worth in _SECTIONS:
        if any(word in title for word in words):
            return worth
    return 0.6


def _words(text: str) -> list[str]:
    folded = (word.casefold() for word in _WORD.findall(text))
    return [word.removesuffix("s") if len(word) > 4 else word for word in folded if word not in STOP_WORDS]


def _weigh_words(candidates: list[Candidate]) -> None:
    """tf-idf vectors of length 1."""
    counts = [Counter(_words(candidate.text)) for candidate in candidates]
    spread = Counter(word for count in counts for word in count)
    for candidate, count in zip(candidates, counts, strict=True):
        raw = {word: n * math.log(1 + len(candidates) / spread[word]) for word, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        candidate.words = {word: weight / length for word, weight in raw.items()}


def _centrality(candidates: list[Candidate]) -> list[float]:
    """LexRank, scaled so that 1 is the average sentence."""
    neighbours = [_neighbours(candidate, candidates) for candidate in candidates]
    scores = [1.0] * len(candidates)
    totals = [sum(near.values()) or 1.0 for near in neighbours]
    for _ in range(ROUNDS):
        fresh = [1.0 - DAMPING] * len(candidates)
        for index, near in enumerate(neighbours):
            for other, weight in near.items():
                fresh[other] += DAMPING * scores[index] * weight / totals[index]
        scores = fresh
    return scores


def _neighbours(candidate: Candidate, candidates: list[Candidate]) -> dict[int, float]:
    alike = {other.order: candidate.likeness(other) for other in candidates if other is not candidate}
    return {index: weight for index, weight in alike.items() if weight >= LIKE_ENOUGH}
