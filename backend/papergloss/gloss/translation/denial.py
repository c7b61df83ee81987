"""Whether a translation has lost the `not` of its source, or has one that its source does not have."""

from __future__ import annotations

import re

from papergloss.gloss.translation.negatives import Word, grammar, words

_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]|\b(?:but|because|although|so that|whereas|while|which|who)\b", re.IGNORECASE)
_EITHER = re.compile(r"\bn?or\b", re.IGNORECASE)
_TWICE = re.compile(
    r"\b(?:not|never)\s+(?:an? )?"
    r"(?:un(?!der|til|i)\w|impossib|improbab|infrequen|insignifican|inconceiv|difficult|rare|hard)",
    re.IGNORECASE,
)
"""A denial of a denial, which a translation may leave out as a whole: `not uncommon`, `häufig`."""


def denial_lost(source: str, target: str, lang: str) -> bool:
    """Whether `source` denies something and `target` has too few words that deny.

    `not` needs one, `without` another, and each word such as `unable` its own. What stands for the negative
    words of `source` (`unlabelled`, `infinite`) answers for nothing else. A word that restricts stands for a
    denial (`hardly` as `only`) unless the source restricts, too.
    """
    language, english = grammar(lang), grammar("en")
    here, only = english.not_only.subn(" ", english.prose(source))
    there = language.prose(target)
    if only:
        there = language.not_only.sub(" ", there, count=only)
    needed = _denials_apart(here)
    others: list[Word] = []
    told = 0
    for word in words(lang):
        here, times = word.english.subn(" ", here)
        if not times:
            others.append(word)
            continue
        there, found = word.other.subn(" ", there, count=times)
        told += found
        needed += word.must and not found
    found = language.denials(there)
    if found < needed:
        there = language.denies.sub(" ", there)
        found += sum(len(word.other.findall(there)) for word in others if word.stands)
    if english.not_same.search(source):
        found += len(language.not_same.findall(target))
    if found < needed and not english.restricts.search(source):
        found += len(language.restricts.findall(there))
    return found < needed and not (found + told == 0 and _TWICE.search(source))


def denial_added(source: str, target: str, lang: str) -> bool:
    """Whether `target` denies more often by grammar than `source` does in any way.

    Not told where the source has a word that may be translated with a denial, as `instead` or `few`.
    """
    language, english = grammar(lang), grammar("en")
    here = english.prose(source)
    if english.excuses.search(here):
        return False
    there = language.not_only.sub(" ", language.prose(target))
    denials = len(english.denies.findall(here)) + len(english.echoes.findall(here))
    if denials and _EITHER.search(here):
        denials += 1
    for word in words(lang):
        here, times = word.english.subn(" ", here)
        there, found = word.other.subn(" ", there, count=times) if times else (there, 0)
        denials += (times - found) * word.might
    return language.denials(there) > denials


def _denials_apart(prose: str) -> int:
    """How many clauses deny with `not` and the like, and whether one does with `without`."""
    denies = grammar("en").denies
    by_clause = [
        {bool(_WITHOUT.match(word)) for word in denies.findall(clause)} for clause in _CLAUSE.split(prose)
    ]
    return sum(False in found for found in by_clause) + any(True in found for found in by_clause)
