"""Whether a claim says that something goes up where its passage says down: `drops by 3 %` told as a gain."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from papergloss.gloss.evidence.agreement import Held
from papergloss.gloss.evidence.plain import plain
from papergloss.gloss.evidence.quantities import Quantity
from papergloss.gloss.evidence.terms import TermIndex
from papergloss.gloss.evidence.wordings import REMEMBERED, stated
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.pdf.document import Passage

_table = tomllib.loads((files(__package__) / "directions.toml").read_text("utf-8"))
_REST = {name: re.compile("|".join(words), re.IGNORECASE) for name, words in _table.pop("rest").items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![A-Za-zÀ-ɏА-я])(?:{word})" for word in words), re.IGNORECASE)


_POLES = {(axis, pole): _pattern(words) for axis, poles in _table.items() for pole, words in poles.items()}
_OTHER_POLE = {"up": "down", "down": "up"}
_OTHER_AXIS = {"amount": "quality", "quality": "amount"}
"""More is better, but for what smaller_is_better names."""

SAME_MATTER = 3
"""Terms that a clause without a number and a sentence have in common where both tell of the same."""
MOST_OF_IT = 0.6
"""Share of the clause's terms that these must be."""

_CLAUSE = re.compile(r"[，。；、;!?！？]|(?<!\d)[,.](?!\d)|[,.](?=\s)|،")
_NOT = re.compile(
    r"\b(?:not|no|without|never|neither|nor|cannot|nicht|kein\w*|ohne|ne|pas|sans|sin|não|sem|не|без)\b|n['’]t\b"
    r"|[不没沒未無无]|ない|なく|ず|않|없|못|\b(?:لا|لم|لن|ليس|دون|بدون)\b",
    re.IGNORECASE,
)
"""A denial turns a direction round: nothing is said then."""
_MINUS = r"(?<![\w)\]^])(?<!\d )[-−–]"
_SIGNED = {
    ("amount", "down"): re.compile(rf"{_MINUS}(?=\d)"),
    ("amount", "up"): re.compile(r"(?<!\w)\+(?=\d)"),
}

Poles = frozenset[tuple[str, str]]


def reversed_number(text: str, passages: list[Passage]) -> str | None:
    """The first number of a claim whose direction all the sentences that hold it deny."""
    for clause in _CLAUSE.split(text):
        told = _poles(clause)
        if _torn(told):
            continue
        for number in stated(clause):
            sentences = [s for passage in passages for s in _sentences_with(number, passage)]
            if sentences and all(_denies(told, s) or _unsigned(number, told, s) for s in sentences):
                return number.text
    return None


def reversed_clause(text: str, passages: list[Passage], terms: TermIndex) -> str | None:
    """The first clause of a claim, without a number, whose direction all sentences on the same matter deny.

    These are the sentences of the passages that have the most terms in common with it, beside those that
    tell a direction.
    """
    sentences = [s for one in passages if one.kind != "table" for s in split_sentences(one.text)]
    for clause in _CLAUSE.split(text):
        told = _poles(clause)
        if not told or _torn(told) or stated(clause) or _NOT.search(clause):
            continue
        matter = _without_poles(clause)
        common = {s: terms.in_common(matter, _without_poles(s)) for s in sentences}
        most = max(common.values(), default=0)
        nearest = [s for s, count in common.items() if count == most]
        same = most >= max(SAME_MATTER, len(terms.of_claim(matter)) * MOST_OF_IT)
        if same and all(_denies(told, s) and not _NOT.search(s) for s in nearest):
            return clause.strip()
    return None


def _without_poles(text: str) -> str:
    line = plain(text)
    for pattern in _POLES.values():
        line = pattern.sub(" ", line)
    return line


def _unsigned(number: Quantity, told: Poles, sentence: str) -> bool:
    """Whether the sentence has the number below zero and nothing in the claim says so."""
    digits = re.escape(number.text.split()[0])
    there = re.findall(rf"({_MINUS})?(?<![\d.,]){digits}(?![.,]?\d)", plain(sentence))
    return bool(there) and all(there) and ("amount", "down") not in told and ("quality", "down") not in told


def _sentences_with(number: Quantity, passage: Passage) -> list[str]:
    if passage.kind == "table":
        return []
    sentences = split_sentences(passage.text)
    return [s for s in sentences if Held([replace(passage, text=s)]).has(number)]


@lru_cache(maxsize=REMEMBERED)
def _poles(text: str) -> Poles:
    line = _REST["exactness"].sub(" ", plain(text))
    patterns = [*_POLES.items(), *_SIGNED.items()]
    return frozenset(name for name, pattern in patterns if pattern.search(line))


def _torn(poles: Poles) -> bool:
    """Whether both ends of one axis are named."""
    return any((axis, "up") in poles and (axis, "down") in poles for axis, _ in poles)


def _denies(told: Poles, sentence: str) -> bool:
    there = _poles(sentence)
    if not told or told & there or _torn(there):
        return False
    smaller_is_better = bool(_REST["smaller_is_better"].search(sentence))
    if {(axis, _OTHER_POLE[pole]) for axis, pole in told} & there:
        return len({axis for axis, _ in told}) == 1 or not smaller_is_better
    crossed = {(_OTHER_AXIS[axis], _OTHER_POLE[pole]) for axis, pole in told if axis in _OTHER_AXIS}
    return bool(crossed & there) and not smaller_is_better
