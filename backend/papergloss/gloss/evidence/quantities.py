"""Numbers in prose, in eleven languages and in LaTeX, as values that can be compared.

`3.06`, `93.4\\%`, `1,024`, `1.5 million`, `400x`, `1200 万`, `三倍`, `百分之九十`, `$3\\times10^{-4}$`. Signs
are not part of a value. Numbers inside names (`ResNet-50`, `GPT-4`) are left to the check of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from papergloss.gloss.evidence.number_words import (
    ANY_MEASURE,
    CJK_NUMERAL,
    FACTOR_OF,
    ROUNDING,
    SCALES,
    UNITS,
    alternatives,
    cjk_value,
    measured,
)
from papergloss.gloss.evidence.plain import plain
from papergloss.gloss.evidence.spelled import spelled

Rounding = Literal["near", "nearly", "above", "below"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number. `values` holds its readings: `1,234` is 1234 or, in German, 1.234.

    `unit` is `percent`, `times`, `part`, a measure such as `time`, or None where the number counts anything;
    `many` is how many of the measure's smallest unit one of this unit is: 3600 for hours.
    """

    text: str
    values: frozenset[Decimal]
    unit: str | None = None
    rounding: Rounding | None = None
    many: Decimal = Decimal(1)


_UNIT = (
    rf"(?i:\s*-?(?:(?P<percent>{UNITS['percent']})|(?P<multiple>{UNITS['times']})|(?P<measure>{ANY_MEASURE}))"
    r"(?![A-Za-zА-я]))"
)
_NUMERAL = (
    r"(?:10\^(?P<power>[-−]?\d{1,3}(?:\.\d+)?)|"
    r"(?P<digits>\d+(?:[ '’,.]\d{3})+(?:[.,]\d+)?(?!\d)|\d+[.,]\d+|\.\d+|\d+)"
    r"(?:[eE](?P<e>[-+]?\d{1,2})(?!\w)|\s*[×x·*]\s*10\s*\^?(?P<times>[-−]?\d{1,2})(?!\d))?)"
    rf"(?P<scale>\s?[KMBTk](?![A-Za-z])|\s*-?(?i:{alternatives(tuple(SCALES))})(?![A-Za-z]))?"
    rf"{_UNIT}?"
)
_NUMBER = re.compile(rf"(?<![A-Za-z0-9À-ɏА-я_.,])(?<![A-Za-z][-–_]){_NUMERAL}")
_IN_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[-–_][A-Za-z0-9.]+)*[-–_]$")
_POINTS = re.compile(r"[\s-]*(?:points?|pts?)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[-–—~～,、/]|to|and|or|至|到|和|或)\s*")
_ANY_NUMBER = re.compile(rf"(?<![0-9.,]){_NUMERAL}")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)")
_LOST_SUPERSCRIPT = re.compile(r"(?<![\w.])10[-−](?P<power>\d{1,2})(?!\d)")
_CJK = re.compile(
    rf"百分之(?P<percent>{CJK_NUMERAL})|(?P<times>{CJK_NUMERAL})倍"
    rf"|(?P<plain>(?=[一二三四五六七八九两兩][零〇一二三四五六七八九]{{0,12}}(?:[十百千万亿萬億]|[点點][零〇一二三四五六七八九])){CJK_NUMERAL})"
)
_LETTER_SCALES = {"k": 3, "m": 6, "b": 9, "t": 12}
_BEFORE: dict[Rounding, re.Pattern[str]] = {
    "nearly": re.compile(rf"(?i:{alternatives(ROUNDING['nearly'])})\s*$"),
    "near": re.compile(rf"(?i:{alternatives(ROUNDING['before'])})\s*$"),
    "above": re.compile(rf"(?i:{alternatives(ROUNDING['above'])})\s*$"),
    "below": re.compile(rf"(?i:{alternatives(ROUNDING['below'])})\s*$"),
}
_AFTER: dict[Rounding, re.Pattern[str]] = {
    "near": re.compile(rf"\s*\w?\s*(?:{alternatives(ROUNDING['after'])})"),
    "above": re.compile(rf"\s*(?:{alternatives(ROUNDING['after_above'])})"),
    "below": re.compile(rf"\s*\w?\s*(?:{alternatives(ROUNDING['after_below'])})"),
}


def quantities(text: str) -> list[Quantity]:
    """The numbers that a statement states with digits or with Chinese numerals."""
    line = plain(text)
    stated = [
        _with_digits(line, match)
        for match in _NUMBER.finditer(line)
        if not _IN_NAME.search(line[max(0, match.start() - 40) : match.start()])
    ]
    return [*stated, *_with_cjk_numerals(line)]


def all_quantities(text: str) -> list[Quantity]:
    """Every number that `text` may be said to hold: words, cells, parts of names and of lists too."""
    line = plain(text)
    matches = list(_ANY_NUMBER.finditer(line))
    found = [_with_digits(line, match) for match in matches]
    found.extend(_shared_units(line, matches, found))
    found.extend(_with_cjk_numerals(line))
    found.extend(Quantity(words, frozenset({value}), unit) for words, value, unit in spelled(line))
    for match in _LOST_SUPERSCRIPT.finditer(line):
        found.append(Quantity(match.group(), frozenset({Decimal(10) ** -int(match["power"])})))
    for quantity in list(found):
        found.extend(as_list(quantity))
    return found


def as_list(quantity: Quantity) -> list[Quantity]:
    """The number read as several: `0,1` or the cells `28 301`; empty where it can only be one."""
    if _GROUPED.match(quantity.text) or not re.search(r"\d[ ,]\d", quantity.text):
        return []
    apart = re.sub(r"(?<=\d)[ ,](?=\d)", "  ", quantity.text)
    return [_with_digits(apart, match) for match in _NUMBER.finditer(apart)]


def _with_digits(line: str, match: re.Match[str]) -> Quantity:
    unit = "percent" if match["percent"] else "times" if match["multiple"] else None
    many = Decimal(1)
    if match["measure"] and (measure := measured(line, *match.span("measure"))):
        unit, many = measure
    return Quantity(match.group().strip(), _values(match), unit, rounding_of(line, match), many)


def _shared_units(line: str, matches: list[re.Match[str]], found: list[Quantity]) -> Iterator[Quantity]:
    """What the text writes a unit for only elsewhere: `10-20%`, `7 points`, `a factor of 3`."""
    unit: tuple[str | None, Decimal] = (None, Decimal(1))
    after = len(line)
    for match, quantity in reversed(list(zip(matches, found, strict=True))):
        if quantity.unit is not None:
            unit = quantity.unit, quantity.many
        elif _POINTS.match(line, match.end()):
            unit = "percent", Decimal(1)
        elif FACTOR_OF.search(line[max(0, match.start() - 30) : match.start()]):
            unit = "times", Decimal(1)
        elif not _AND.fullmatch(line, match.end(), after):
            unit = None, Decimal(1)
        if unit[0] is not None and quantity.unit is None:
            yield Quantity(quantity.text, quantity.values, unit[0], None, unit[1])
        after = match.start()


def _with_cjk_numerals(line: str) -> Iterator[Quantity]:
    for match in _CJK.finditer(line):
        numeral = match["percent"] or match["times"] or match["plain"]
        values = {cjk_value(numeral)}
        if match["times"] and numeral == "一":
            values.add(Decimal(2))
        unit = "percent" if match["percent"] else "times" if match["times"] else None
        yield Quantity(match.group(), frozenset(values), unit, rounding_of(line, match))


def _values(match: re.Match[str]) -> frozenset[Decimal]:
    if match["power"]:
        return frozenset({Decimal(10) ** Decimal(match["power"].replace("−", "-"))})
    power = int((match["e"] or match["times"] or "0").replace("−", "-"))
    scale = (match["scale"] or "").strip(" -").lower()
    powers = {power + _LETTER_SCALES.get(scale, SCALES.get(scale, 0))}
    if scale in _LETTER_SCALES and match["scale"][0].isspace():
        powers.add(power)
    return frozenset(value.scaleb(one) for value in _readings(match["digits"]) for one in powers)


def _readings(digits: str) -> Iterator[Decimal]:
    joined = re.sub(r"[ '’]", "", digits)
    marks = re.findall(r"[.,]", joined)
    if len(set(marks)) == 2:
        yield Decimal(joined.replace("," if marks[-1] == "." else ".", "").replace(",", "."))
        return
    if marks and re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", joined):
        yield Decimal(re.sub(r"[.,]", "", joined))
    if len(marks) < 2:
        yield Decimal(joined.replace(",", "."))


def rounding_of(line: str, match: re.Match[str]) -> Rounding | None:
    """What the words about a number say of its exactness."""
    head, tail = line[max(0, match.start() - 20) : match.start()], line[match.end() :]
    before = (name for name, words in _BEFORE.items() if words.search(head))
    after = (name for name, words in _AFTER.items() if words.match(tail))
    return next(before, None) or next(after, None)
