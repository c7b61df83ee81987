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
ROUNDING: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in _table["rounding"].items()}

CJK_NUMERAL = "[零〇一二三四五六七八九十百千万亿两兩萬億]+(?:[点點][零〇一二三四五六七八九]+)?"
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
