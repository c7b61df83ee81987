"""The words of number_words.toml as tables and patterns, and Chinese numerals as values."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from importlib.resources import files

_table = tomllib.loads((files(__package__) / "number_words.toml").read_text("utf-8"))

SCALES: dict[str, int] = {word: int(power) for power, words in _table["scales"].items() for word in words}
"""Word to power of ten."""
WORDS: dict[str, int] = {word: int(value) for value, words in _table["words"].items() for word in words}
"""English number words; no other language's, since papers are read in English."""
UNITS: dict[str, str] = {name: "|".join(patterns) for name, patterns in _table["units"].items()}
"""Name of a unit to the pattern of its words."""
MULTIPLES = frozenset(_table["multiples"]["words"])
"""The number words that count how many times, such as `twice`."""
MEASURES: dict[str, tuple[tuple[Decimal, re.Pattern[str]], ...]] = {
    name: tuple((Decimal(many), re.compile("|".join(words), re.IGNORECASE)) for many, words in sizes.items())
    for name, sizes in _table["measures"].items()
}
"""What is measured to its units: how many of the smallest unit each is, and the pattern of its words."""
ANY_MEASURE = "|".join(words.pattern for sizes in MEASURES.values() for _, words in sizes)
PARTS: dict[Decimal, str] = {Decimal(value): "|".join(words) for value, words in _table["parts"].items()}
"""Part of a whole to the pattern of its words."""
PARTS_UNSPACED: dict[Decimal, str] = {
    Decimal(value): "|".join(words) for value, words in _table["parts_unspaced"].items()
}
"""The same in scripts that put no blanks between words."""
DOUBLED: dict[int, str] = {int(value): "|".join(words) for value, words in _table["doubled"].items()}
"""How many times as much to the pattern of its words."""
COUNTS: dict[str, int] = {word: int(value) for value, words in _table["counts"].items() for word in words}
"""Words of a claim, in any language, that count from two."""
KOREAN: dict[str, int] = {word: int(value) for value, words in _table["korean"].items() for word in words}
"""Korean numerals that are words of their own, too: they count only before a counter."""
COUNTERS: dict[str, str] = {script: "|".join(words) for script, words in _table["counters"].items()}
"""Script to the pattern of what a numeral counts."""
ROUNDING: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in _table["rounding"].items()}

FACTOR_OF = re.compile(r"(?i:factors?|speed-?ups?|ratios?) of\W+(?:\w+ to |about |over |around )?$")
"""What stands before a number that counts how many times."""

CJK_NUMERAL = "[零〇一二三四五六七八九十百千万亿两兩萬億]{1,24}(?:[点點][零〇一二三四五六七八九]{1,24})?"
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def measured(line: str, start: int, end: int) -> tuple[str, Decimal] | None:
    """What the unit at `line[start:end]` measures, and how many of the smallest unit it stands for."""
    for name, sizes in MEASURES.items():
        for many, pattern in sizes:
            if pattern.fullmatch(line, start, end):
                return name, many
    return None


def cjk_value(numeral: str) -> Decimal:
    """The value of a Chinese numeral such as 三, 九十三点四 or 一百二十万."""
    whole, _, fraction = numeral.replace("點", "点").partition("点")
    total = section = digit = 0
    for character in whole:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            section += (digit or 1) * _TENS[character]
            digit = 0
        else:
            total = (total + section + digit) * _MYRIADS[character]
            section = digit = 0
    value = Decimal(total + section + digit)
    if fraction:
        value += Decimal("0." + "".join(str(_DIGITS[character]) for character in fraction))
    return value
