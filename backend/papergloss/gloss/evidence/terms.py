"""What claims and passages talk of, across languages: terms, names, numbers, words that look alike.

terms.toml puts the words of the reader's languages to English stems; words in Latin or Cyrillic letters are
compared by their first letters, spelled alike. Each term weighs as much as it is rare in the paper.
"""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

from papergloss.gloss.evidence.plain import plain
from papergloss.gloss.evidence.wordings import stated
from papergloss.pdf.document import Passage

STEM = 6
"""Letters that two words must begin with alike."""
SHORTEST = 5
"""Letters of a word that is compared by its letters."""
TELLING_NUMBER = 10
"""Whole numbers below it stand everywhere."""

_table = tomllib.loads((files(__package__) / "terms.toml").read_text("utf-8"))
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхцыэ", "abvgdeziiclmnoprstufhcie", strict=True))
    | {"ж": "g", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "u", "я": "ia", "ё": "e", "ь": "", "ъ": ""}
)
_STOP = frozenset(_table.pop("stop").split())
_SPACED: dict[str, set[str]] = {}
"""The beginning of a word in a script with blanks to the terms that it names."""
_UNSPACED: dict[str, set[str]] = {}
_ENGLISH: dict[str, set[str]] = {}
for _term, _others in _table["terms"].items():
    for _begin in _term.split():
        _ENGLISH.setdefault(_begin, set()).add(_term)
    for _begin in (*_term.split(), *_others.split()):
        (_UNSPACED if _begin[0] >= "\u1100" else _SPACED).setdefault(_begin, set()).add(_term)
_ARABIC_PREFIX = re.compile(r"^(?:[وفبلك]?ال|لل|[وب](?=\w{4}))")


class TermIndex:
    """The terms of every passage of a paper."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        self._terms = {passage.n: _terms(passage.text, _ENGLISH, {}) for passage in passages}
        self._worth_finding = [p.n for p in passages if p.kind not in ("reference", "boilerplate")]
        counts = Counter(term for terms in self._terms.values() for term in terms)
        self._weights = {term: math.log(1 + len(self._terms) / count) for term, count in counts.items()}

    def of_claim(self, text: str) -> frozenset[str]:
        """The terms of a claim that the paper has at all."""
        values = {value for quantity in stated(text) for value in quantity.values}
        numbers = {f"{value:f}" for value in values if value >= TELLING_NUMBER or value % 1}
        terms = _terms(text, _SPACED, _UNSPACED) | numbers
        return frozenset(term for term in terms if term in self._weights)

    def in_common(self, claim: str, sentence: str) -> int:
        """How many terms of the paper a claim and an English sentence have in common."""
        return len(self.of_claim(claim) & _terms(sentence, _ENGLISH, {}))

    def shared(self, claim: frozenset[str], passages: Iterable[int]) -> float:
        """The weight of what the passages share with a claim's terms."""
        held = frozenset[str]().union(*(self._terms.get(n, frozenset()) for n in passages))
        return sum(self._weights[term] for term in claim & held)

    def count(self, claim: frozenset[str], passages: Iterable[int]) -> int:
        """How many of a claim's terms the passages have."""
        return len(claim & frozenset[str]().union(*(self._terms.get(n, frozenset()) for n in passages)))

    def best(self, claim: frozenset[str]) -> list[tuple[float, int]]:
        """The readable passages by what they share with a claim's terms, best first."""
        scores = [(self.shared(claim, [n]), n) for n in self._worth_finding]
        return sorted(((score, n) for score, n in scores if score), key=lambda one: (-one[0], one[1]))


def _terms(text: str, spaced: dict[str, set[str]], unspaced: dict[str, set[str]]) -> frozenset[str]:
    line = plain(text)
    found = {number.replace(",", "") for number in _NUMBER.findall(line) if len(number) > 1}
    for stem, names in unspaced.items():
        if stem in line:
            found |= names
    for word in set(_WORD.findall(line)):
        for part in {word, *word.split("-")}:
            found |= _named(part, spaced)
            if beginning := _beginning(part):
                found.add(beginning)
    return frozenset(found)


def _named(word: str, spaced: dict[str, set[str]]) -> set[str]:
    folded = _ARABIC_PREFIX.sub("", word.casefold())
    return set().union(*(spaced[folded[:end]] for end in range(2, len(folded) + 1) if folded[:end] in spaced))


def _beginning(word: str) -> str | None:
    folded = word.casefold()
    if folded in _STOP:
        return None
    letters = "".join(c for c in unicodedata.normalize("NFKD", folded.translate(_CYRILLIC)) if c.isascii())
    for one, other in (("ph", "f"), ("k", "c"), ("y", "i"), ("z", "s")):
        letters = letters.replace(one, other)
    letters = re.sub(r"(.)\1", r"\1", letters)
    acronym = sum(c.isupper() for c in word) > 1
    return letters[:STEM] if len(letters) >= (2 if acronym else SHORTEST) else None
