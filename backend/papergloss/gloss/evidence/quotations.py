"""What a claim says in quotation marks: words that the paper is said to have must stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from papergloss.gloss.evidence.plain import plain

FEWEST_WORDS = 4
"""Of a quotation; what is shorter is a term, or one that its writer keeps at a distance."""
ENGLISH_SHARE = 15
"""One word in so many, at least, is a word by which English is told."""
_QUOTED = re.compile(r"[“„«「『\"]([^“”„«»「」『』\"]{12,600})[”“»」』\"]")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|was|were|with|we|our|which|that|this|to|by|from|than|its)\b", re.IGNORECASE
)
"""Words by which English is told from a translation into a language of the same script."""
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.")
_NO_LETTER = re.compile(r"[\W_]+")
_FORMULA = re.compile(r"[$\\]")


class Wording:
    """The letters of an English paper, in its order; of any other it is said to have every quotation."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)

    def lacks(self, claim: str) -> list[str]:
        """The quotations of a claim that are English and do not stand in the paper.

        Words that are left out, capitals, hyphens and stops make no difference; formulas are not looked at.
        """
        quoted = [found[1] for found in _QUOTED.finditer(claim) if _is_wording(found[1])]
        return [words for words in quoted if not self._has(words)]

    def _has(self, quotation: str) -> bool:
        letters, english = self._read
        parts = (_letters(plain(part)) for part in _LEFT_OUT.split(quotation))
        return not english or all(part in letters for part in parts)

    @cached_property
    def _read(self) -> tuple[str, bool]:
        text = plain(" ".join(self._texts))
        return _letters(text), ENGLISH_SHARE * len(_ENGLISH.findall(text)) > len(_WORD.findall(text))


def _is_wording(quotation: str) -> bool:
    letters = sum(character.isalpha() for character in quotation)
    words = _WORD.findall(quotation)
    latin = sum(map(len, words)) >= letters
    whole = len(words) >= FEWEST_WORDS and latin and not _FORMULA.search(quotation)
    return whole and _ENGLISH.search(quotation) is not None


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text.casefold())
