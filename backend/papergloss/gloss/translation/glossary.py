"""One translation for each term of a paper, and whether a sentence keeps to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from papergloss.gloss.card import Term
from papergloss.gloss.dialogue.answers import chatter, placeholder, refusal
from papergloss.gloss.dialogue.blocks import fenced, one_line
from papergloss.gloss.languages import Language
from papergloss.gloss.prompts import fill
from papergloss.gloss.translation.terms import kept_in_english, stands_in

LONGEST = 80
"""Characters of a term's translation; more is an explanation."""
SAME_WORD = 72
"""Likeness from 0 to 100 of two inflections of one word, by rapidfuzz's ratio."""

_BRACKETS = re.compile(r"[(（\[【「『“\"].*?[)）\]】」』”\"]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SPACED = {"de", "fr", "es", "pt", "ru", "ar", "en"}
"""Languages whose words are apart and inflected."""


def known(texts: Iterable[str], own: Mapping[str, str], language: Language) -> list[Term]:
    """The terms in `texts` whose translation is settled: the reader's, then those kept in English."""
    text = "\n".join(texts)
    users = [
        Term(source=source, target=target, origin="user")
        for source, target in own.items()
        if stands_in(source, text)
    ]
    taken = {term.source.casefold() for term in users}
    kept = [name for name in kept_in_english(text, language) if name.casefold() not in taken]
    return [*users, *(Term(source=name, target=name, origin="field") for name in kept)]


def translated(source: str, target: str, language: Language) -> Term | None:
    """The model's translation of one of the paper's terms, None where it is not a term's translation."""
    line = _BRACKETS.sub("", one_line(target)).strip(" .。,，;；:：*")
    if not line or len(line) > LONGEST or re.search(r"[.。!！?？;；=→]\s*\S", line):
        return None
    if refusal(line) or placeholder(line) or chatter(line):
        return None
    if line.casefold() != source.casefold() and not language.written_in(line):
        return None
    return Term(source=source, target=line, origin="paper")


def worded_otherwise(glossary: Sequence[Term], source: str, target: str, language: Language) -> list[str]:
    """Terms of the glossary that `source` has and `target` does not give their translation of.

    A term inside a longer one, and one that the translation leaves in English, count as kept to. Terms of
    the field bind only as names: a word such as `prompt` has a life of its own.
    """
    present = [term for term in glossary if stands_in(term.source, source) and _binds(term)]
    longest = [term for term in present if not any(_within(term, other) for other in present)]
    return [term.source for term in longest if not _holds(target, term, language)]


def block(glossary: Sequence[Term]) -> str:
    """The glossary for a prompt; empty without terms."""
    if not glossary:
        return ""
    lines = (f"{one_line(term.source)} = {one_line(term.target)}" for term in glossary)
    return f"{fenced('TERMS', lines)}\n{fill('terms')}"


def _binds(term: Term) -> bool:
    return term.origin != "field" or any(character.isupper() for character in term.source[1:])


def _within(term: Term, other: Term) -> bool:
    return term is not other and stands_in(term.source, other.source)


def _holds(target: str, term: Term, language: Language) -> bool:
    squeezed = _squeezed(target)
    if _squeezed(term.target) in squeezed or _squeezed(term.source) in squeezed:
        return True
    if stands_in(term.source, target):
        return True
    if language.code not in _SPACED:
        return False
    words = [word.casefold() for word in _WORD.findall(target)]
    return all(any(_same(part, word) for word in words) for part in _WORD.findall(term.target.casefold()))


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _same(one: str, other: str) -> bool:
    if one[:2] != other[:2] and not other.endswith(one):
        one, other = one.removeprefix("ال"), re.sub(r"^(?:وال|بال|كال|فال|لل|ال|و|ب|ل)", "", other)
    return fuzz.ratio(one, other) >= SAME_WORD or other.startswith(one[: max(4, 2 * len(one) // 3)])
