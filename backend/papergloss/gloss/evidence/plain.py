"""Text as the checks compare it: LaTeX and typography taken out, one form for each character."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+")
_FULL_WIDTH_MARK = re.compile("[，、；：。]")
"""They part clauses; their half-width forms would join the numbers on both sides."""
_OTHER_DIGIT = re.compile(r"[٫٬]|(?![0-9])\d")
_TEX = (
    (re.compile(r"\\times(?![A-Za-z])"), "×"),
    (re.compile(r"\\cdot(?![A-Za-z])"), "·"),
    (re.compile(r"\\(?:sim|approx)(?![A-Za-z])"), "≈"),
    (re.compile(r"\\geq?(?![A-Za-z])"), "≥"),
    (re.compile(r"\{,\}|\{\\,\}|\\,(?=\d{3})"), ","),
    (re.compile(r"\\([%$&#_])"), r"\1"),
    (re.compile(r"\^\{([^{}]*)\}"), r"^\1"),
    (re.compile(r"\\[A-Za-z]+|\\[,;:! ]|[{}$~]"), " "),
)
_CITED = r"\[(?!0\s*,)\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]"
_LATIN_PLACE = (
    r"(?<![A-Za-z])(?:Tab(?:le|elle|la|ela)?|Fig(?:ure|ura)?s?|Abb(?:ildung)?|Sec(?:tion)?s?|Eqs?|Equation|Appendix"
    r"|Algorithm|Theorem|Lemma|Chapter|Ref)\.?"
)
_CJK_PLACE = (
    r"(?:图表|圖表|公式|等式|方程式?"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[见見如在由从從据據与與和及的附对對照参參考为為到至或以将將把看用按]))"
    r"[图圖図表式])|(?<![가-힣])(?:그림|표)"
)
_PLACE = rf"(?:{_LATIN_PLACE}|{_CJK_PLACE}|рис\.|табл\.|الجدول|الشكل)"
_REFERENCE = re.compile(
    rf"{_CITED}|{_PLACE}\s*(?>[(（]?\s*\d{{1,3}}(?!\d)(?:\.\d+)*\s*[)）]?)(?!\s*[%％٪倍万萬亿億])"
    r"|第\s*\d{1,3}(?:\.\d+)*\s*[节節章]",
    re.IGNORECASE,
)
"""`公式` and `图` before a number are references, the ends of `代表` and `模式` are not."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text without LaTeX, references to tables and citations; digits of every script as 0-9."""
    text = _FULL_WIDTH_MARK.sub(r"\g<0> ", text)
    text = _SUPERSCRIPT.sub(lambda found: "^" + found.group().translate(_SUPERSCRIPTS), text)
    text = unicodedata.normalize("NFKC", text)
    for pattern, by in _TEX:
        text = pattern.sub(by, text)
    text = without_references(text)
    return _OTHER_DIGIT.sub(lambda found: _western(found.group()), text)


def without_references(text: str) -> str:
    """The text without `Table 5`, `图 3`, `[12]`: their numbers are no statements."""
    return _REFERENCE.sub(" ", text)


def _western(character: str) -> str:
    if character == "٫":
        return "."
    if character == "٬":
        return ","
    return str(unicodedata.digit(character))
