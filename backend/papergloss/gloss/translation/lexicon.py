"""Common words of papers in every language: what a sentence speaks of, told without a dictionary.

A row of lexicon.tsv is one notion. English words stand whole; of the other languages there are the first
letters of words, or any part of the text where words are not apart.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from papergloss.gloss.identification import traditional
from papergloss.gloss.translation.protected import without_protected

STEM = 5
"""Letters by which words that look alike in two languages are told."""

_CARRIED = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-zÀ-ž]{4,}|[A-Z][A-Za-z]*\d*[A-Z]*")
_APART = {"de", "fr", "es", "pt", "ru"}
_ARABIC_PREFIXES = r"(?:[وفبلك]{0,2}(?:ال|لل)?|[وف]?س?[نتيأ])"


def notions(text: str, lang: str) -> frozenset[str]:
    """The notions that `text` speaks of, each by its row's first English word."""
    prose = without_protected(text)
    return frozenset(
        name for name, pattern in _patterns(lang.split("-", maxsplit=1)[0]).items() if pattern.search(prose)
    )


def carried_over(text: str) -> set[str]:
    """The numbers, names and beginnings of words that a translation may hold as they are."""
    return {word.casefold()[:STEM] for word in _CARRIED.findall(text)}


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    """By notion; none for a language that the table does not have."""
    head, *rows = (files(__package__) / "lexicon.tsv").read_text("utf-8").splitlines()
    columns = head.split("\t")
    if lang not in columns:
        return {}
    found = {}
    for row in rows:
        cells = row.split("\t")
        if words := cells[columns.index(lang)]:
            found[cells[0].split("|")[0]] = _pattern(words, lang)
    return found


def _pattern(words: str, lang: str) -> re.Pattern[str]:
    if lang == "en":
        return re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE)
    if lang in _APART:
        return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)
    if lang == "ar":
        return re.compile(rf"(?<!\w){_ARABIC_PREFIXES}(?:{words})")
    return re.compile(f"{words}|{traditional(words)}" if lang == "zh" else words)
