"""Numbers in other wordings than digits: `三分之一`, `1/64`, `减半`, `3억 4천만`, `20 世纪 90 年代`, `zwölf`.

`stated` gives what a claim states, `held` what a passage may be said to hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache

from papergloss.gloss.evidence.number_words import (
    ANY_MEASURE,
    CJK_NUMERAL,
    COUNTERS,
    COUNTS,
    DOUBLED,
    KOREAN,
    PARTS,
    PARTS_UNSPACED,
    SCALES,
    alternatives,
    cjk_value,
)
from papergloss.gloss.evidence.plain import plain
from papergloss.gloss.evidence.quantities import Quantity, all_quantities, quantities, rounding_of

_TAKEN = "\x00"
"""Stands where a number was read, so that no other reader finds a piece of it."""

_SCALE = "万亿|萬億|兆|조|亿|億|억"
_SMALLER = "천만|백만|만|千万|千萬|百万|百萬|万|萬"
_COMPOUND = re.compile(rf"(\d[\d,.]*)\s?({_SCALE})\s?(\d[\d,.]*)\s?({_SMALLER})")
_CENTURY_DECADE = re.compile(
    r"(\d{2}|[一二]?十[一二三四五六七八九]?)\s*世[纪紀]\s*(\d0|[一二三四五六七八九]十)\s*年代"
)
_DECADE = re.compile(r"(?<!\d)(\d0|[一二三四五六七八九]十)\s*年代")
_CENTURY = re.compile(r"[\d十一二]\s*世[纪紀]\s*$")
_NUMBER = rf"(?:\d+(?:\.\d+)?|{CJK_NUMERAL})"
_CJK_PART = re.compile(rf"(?P<whole>{_NUMBER})\s*(?:分之|分の|분의)\s*(?P<part>{_NUMBER})(?!\d)")
_TENTHS = re.compile(
    r"(?P<part>\d|[一二三四五六七八九两兩])\s?成(?![\u4e00-\u9fff])"
    r"|(?P<part2>[一二三四五六七八九两兩])成(?=[以左的多半是为])"
)
_SLASH = re.compile(r"(?<![\w./-])(?P<part>\d{1,4})\s?/\s?(?P<whole>\d{1,6})(?![\w/]|\.\d)")
_PART_WORDS = [
    *((value, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for value, words in PARTS.items()),
    *((value, re.compile(words)) for value, words in PARTS_UNSPACED.items()),
]
_DOUBLED = [
    (Decimal(value), re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", re.IGNORECASE))
    for value, words in DOUBLED.items()
]
_COUNTED = re.compile(
    rf"(?<![第数几幾百千万亿分])(?<!\d)(?<!\d )(?P<cjk>(?=[二三四五六七八九十两兩一]){CJK_NUMERAL})"
    rf"(?=\s?(?:{COUNTERS['cjk']}|(?i:{ANY_MEASURE})))"
    rf"|(?<![\w-])(?P<word>{alternatives(tuple(COUNTS))})(?![\w-])"
    rf"|(?<!\w)(?P<korean>{alternatives(tuple(KOREAN))})(?=\s?(?:{COUNTERS['korean']}))",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"(?<![\d.])(?P<part>\d{1,4}) (?:out )?of (?:the |all )?(?P<whole>\d{1,4})(?![\d.,]*\d)")
_PAIR = re.compile(r"\b(?:both|pairs?|couple|dual|either|neither|twin)\b", re.IGNORECASE)
_DECADES = re.compile(r"\bdecades?\b", re.IGNORECASE)
_ENUMERATION = re.compile(r"((?:[^,;.:()]{1,80},\s){0,9})[^,;.:()]{1,80}?,?\s(?:and|or|as well as)\s")

REMEMBERED = 512
"""Texts: every claim asks the same passages again, and every check the same claim."""

Reader = Callable[[str], Iterator[tuple[re.Match[str], Quantity]]]


@lru_cache(maxsize=REMEMBERED)
def stated(text: str) -> tuple[Quantity, ...]:
    """The numbers that a claim states, in every wording but articles."""
    line, found = _taken(plain(text))
    return (*found, *quantities(_with_digits(line)))


@lru_cache(maxsize=REMEMBERED)
def held(text: str) -> tuple[Quantity, ...]:
    """The numbers that a passage may be said to hold."""
    line = plain(text)
    found = [quantity for read in _READERS for _, quantity in read(line)]
    if _PAIR.search(line):
        found.append(Quantity("both", frozenset({Decimal(2)})))
    if _DECADES.search(line):
        found.append(Quantity("decade", frozenset({Decimal(10)})))
    digits = _with_digits(line)
    found.extend(
        _part(digits, match, Decimal(match["part"]) / Decimal(match["whole"]))
        for match in _OF_ALL.finditer(digits)
        if 0 < int(match["part"]) <= int(match["whole"])
    )
    return (*found, *all_quantities(line), *quantities(digits))


@lru_cache(maxsize=REMEMBERED)
def enumerated(text: str) -> frozenset[int]:
    """How many things the text lists, for each of its lists."""
    return frozenset(match[1].count(",") + 2 for match in _ENUMERATION.finditer(plain(text)))


def _taken(line: str) -> tuple[str, list[Quantity]]:
    found: list[Quantity] = []
    for read in _READERS:
        for match, quantity in list(read(line)):
            found.append(quantity)
            line = line[: match.start()] + _TAKEN * len(match.group()) + line[match.end() :]
    return line, found


def _with_digits(line: str) -> str:
    """The line with counts in words as digits."""

    def digits(match: re.Match[str]) -> str:
        if match["cjk"]:
            return match["cjk"] if match["cjk"] in "一零〇" else f"{cjk_value(match['cjk']):f}"
        return str(COUNTS[match["word"].lower()] if match["word"] else KOREAN[match["korean"]])

    return _COUNTED.sub(digits, line)


def _compounds(line: str) -> Iterator[tuple[re.Match[str], Quantity]]:
    for match in _COMPOUND.finditer(line):
        value = sum(
            Decimal(match[at].replace(",", "").rstrip(".")).scaleb(SCALES[match[at + 1]]) for at in (1, 3)
        )
        yield match, Quantity(match.group(), frozenset({Decimal(value)}), None, rounding_of(line, match))


def _decades(line: str) -> Iterator[tuple[re.Match[str], Quantity]]:
    for match in _CENTURY_DECADE.finditer(line):
        year = (_value(match[1]) - 1) * 100 + _value(match[2])
        yield match, Quantity(match.group(), frozenset({year}))
    for match in _DECADE.finditer(line):
        if not _CENTURY.search(line[: match.start()]):
            year = _value(match[1])
            yield match, Quantity(match.group(), frozenset({year, 1900 + year}))


def _parts(line: str) -> Iterator[tuple[re.Match[str], Quantity]]:
    for pattern in (_CJK_PART, _SLASH):
        for match in pattern.finditer(line):
            part, whole = _value(match["part"]), _value(match["whole"])
            if 0 < part <= whole and (whole != 100 or part == 1):
                yield match, _part(line, match, part / whole)
    for match in _TENTHS.finditer(line):
        yield match, _part(line, match, _value(match["part"] or match["part2"]) / 10)
    for value, words in _PART_WORDS:
        for match in words.finditer(line):
            yield match, _part(line, match, value)


def _multiples(line: str) -> Iterator[tuple[re.Match[str], Quantity]]:
    for value, words in _DOUBLED:
        for match in words.finditer(line):
            yield match, Quantity(match.group(), frozenset({value}), "times", rounding_of(line, match))


def _part(line: str, match: re.Match[str], value: Decimal) -> Quantity:
    return Quantity(match.group(), frozenset({value}), "part", rounding_of(line, match))


def _value(numeral: str) -> Decimal:
    return Decimal(numeral) if numeral[0].isdigit() else cjk_value(numeral)


_READERS: tuple[Reader, ...] = (_compounds, _decades, _parts, _multiples)
