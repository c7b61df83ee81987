"""Text as the checks compare it: LaTeX and typography taken out, one form for each character."""

from __future__ import annotations

import re
import unicodedata

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+")
_TEX = (
    (re.compile(r"\\(?:times|cdot)(?![A-Za-z])"), "×"),
    (re.compile(r"\\(?:sim|approx)(?![A-Za-z])"), "≈"),
    (re.compile(r"\\geq?(?![A-Za-z])"), "≥"),
    (re.compile(r"\{,\}|\{\\,\}|\\,(?=\d{3})"), ","),
    (re.compile(r"\\([%$&#_])"), r"\1"),
    (re.compile(r"\^\{([^{}]*)\}"), r"^\1"),
    (re.compile(r"\\[A-Za-z]+|\\[,;:! ]|[{}$~]"), " "),
)
_REFERENCE = re.compile(
    r"\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]"
    r"|(?:\b(?:Tab(?:le|elle|la|ela)?|Fig(?:ure|ura)?s?|Abb(?:ildung)?|Sec(?:tion)?s?|Eqs?|Equation|Appendix|Algorithm"
    r"|Theorem|Lemma|Chapter|Step|Ref)\.?|[图圖表図式节節章]|그림|표|рис\.|табл\.|الجدول|الشكل)\s*\(?\s*\d+(?:\.\d+)*\s*\)?",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text without LaTeX, references to tables and citations; digits of every script as 0-9."""
    text = _SUPERSCRIPT.sub(lambda found: "^" + found.group().translate(_SUPERSCRIPTS), text)
    text = unicodedata.normalize("NFKC", text)
    for pattern, by in _TEX:
        text = pattern.sub(by, text)
    text = without_references(text)
    return "".join(map(_western, text))


def without_references(text: str) -> str:
    """The text without `Table 5`, `图 3`, `[12]`: their numbers are no statements."""
    return _REFERENCE.sub(" ", text)


def _western(character: str) -> str:
    if character == "٫":
        return "."
    if character == "٬":
        return ","
    if character.isdecimal() and not character.isascii():
        return str(unicodedata.digit(character))
    return character
