"""Whether a claim says that a number goes up where its passage says down: `drops by 3 %` told as a gain."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from papergloss.gloss.evidence.agreement import Held
from papergloss.gloss.evidence.plain import plain
from papergloss.gloss.evidence.quantities import Quantity
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
_CLAUSE = re.compile(r"[，。；、;!?！？]|(?<!\d)[,.](?!\d)|[,.](?=\s)|،")

Poles = frozenset[tuple[str, str]]


_MINUS = r"(?<![\w)\]^])(?<!\d )[-−–]"
_SIGNED = {
    ("amount", "down"): re.compile(rf"{_MINUS}(?=\d)"),
    ("amount", "up"): re.compile(r"(?<!\w)\+(?=\d)"),
}


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
