"""Numbers that a translation lost or added, where languages write the same number in different ways.

`June 2015` is 2015 年 6 月, `the 1990s` 20 世纪 90 年代, `4th` 第四, `2D` 二维 and ثنائي الأبعاد, `half`
50 %, `an order of magnitude` ten times. Such a wording may hold its number; it need not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from papergloss.gloss.evidence.number_words import CJK_NUMERAL, cjk_value
from papergloss.gloss.evidence.quantities import all_quantities, as_list, quantities
from papergloss.gloss.translation.protected import without_protected

_ONE = {"1", "一"}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b")
_DECADE = re.compile(r"\b(1[5-9]|20)(\d0)['’]?s\b")
_DECADE_OF_CENTURY = re.compile(
    r"(\d{2})\s*(?:世纪|世紀|세기)\s*(\d0|[一二三四五六七八九]十)\s*(?:年代|년대)"
)
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_CJK_ORDINAL = re.compile(rf"第\s*({CJK_NUMERAL})|({CJK_NUMERAL})\s*(?=[维維阶階级級层層代步轮輪次]|차원)")
_POWERS = {"two": 2, "2": 2, "两": 2, "兩": 2, "三": 3, "three": 3, "3": 3, "four": 4, "4": 4, "四": 4}
_MAGNITUDE = re.compile(
    rf"(?:({'|'.join(_POWERS)})\s*(?:个|個)?\s*)?(?:orders? of magnitude|数量级|數量級|桁|자릿수"
    r"|Größenordnung|ordres? de grandeur|[óo]rde(?:n|m|nes|ns) de (?:magnitud|grandeza)|порядк)",
    re.IGNORECASE,
)
_SHARES = {
    r"\bhalf\b|\bhalves\b|半|절반|\bHälfte\b|\bmoitié\b|\bmitad\b|\bmetade\b|половин|نصف": 50,
    r"\bthree[- ]quarters\b|四分之三": 75,
    r"\bquarters?\b|四分之一": 25,
    r"\bdecades?\b|十年|\bJahrzehnt|\bdécennie|\bdécada": 10,
    r"\bcentur(?:y|ies)\b|世纪|世紀": 100,
}
_DIMENSIONS = {
    r"ثنائي|\bдву[хм]\w*мерн|\bzweidimension|\bbidimension": 2,
    r"ثلاثي|\bтр[её]хмерн|\bdreidimension|\btridimension": 3,
}


def numbers_added(source: str, target: str) -> list[str]:
    """Numbers that `target` states and `source` does not; a one may stand for “a” or “per”."""
    return [number for number in numbers_lost(target, source) if number not in _ONE]


def numbers_lost(source: str, target: str) -> list[str]:
    """Numbers that `source` states and `target` does not hold as often."""
    held: Counter[Decimal] = Counter()
    for quantity in all_quantities(target):
        held.update(quantity.values)
    for value in _worded(target):
        held[value] += 2
    gone = []
    for whole in quantities(without_protected(source)):
        as_one = any(held[value] > 0 for value in whole.values)
        for quantity in [whole] if as_one else as_list(whole) or [whole]:
            if not any(held[value] > 0 for value in quantity.values):
                gone.append(quantity.text)
            held.subtract(quantity.values)
    return gone


def _in_words(match: re.Match[str]) -> Iterator[Decimal]:
    century, decade = Decimal(match[1]), match[2]
    tens = Decimal(decade) if decade.isdecimal() else cjk_value(decade)
    yield from (century, tens, (century - 1) * 100 + tens)


def _worded(text: str) -> Iterator[Decimal]:
    for match in _MONTH.finditer(text):
        yield Decimal(_MONTHS.index(match[1]) + 1)
    for match in _DECADE.finditer(text):
        yield from (Decimal(int(match[1]) + 1), Decimal(match[2]), Decimal(match[1] + match[2]))
    for match in _DECADE_OF_CENTURY.finditer(text):
        yield from _in_words(match)
    for match in _ORDINAL.finditer(text):
        yield Decimal(_ORDINALS.index(match[1].lower()) + 1)
    for match in _CJK_ORDINAL.finditer(text):
        yield cjk_value(match[1] or match[2])
    for match in _MAGNITUDE.finditer(text):
        yield Decimal(10) ** _POWERS.get((match[1] or "").lower(), 1)
    for pattern, value in (_SHARES | _DIMENSIONS).items():
        if re.search(pattern, text, re.IGNORECASE):
            yield Decimal(value)
