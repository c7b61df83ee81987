"""Text as LaTeX writes it: formulas and TeX of the authors that only set text stay, all else means itself."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pylatexenc.latexencode import UnicodeToLatexEncoder

from papergloss.export.tex import runs

_PART = re.compile(
    r"(?P<formula>(?<!\\)\$[^$]+(?<!\\)\$)"
    r"|(?P<command>\\(?:[A-Za-z]+|[\"'`^~=.$%&#_{}-]))"
    r"|(?P<plain>[A-Za-z0-9 ,.:;()/'+*@!?={}\[\]<>|-]+)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_ENCODER = UnicodeToLatexEncoder(
    replacement_latex_protection="braces-all", unknown_char_policy="keep", unknown_char_warning=False
)


def encode(text: str) -> str:
    """`text` on one line, for a field between braces; letters that LaTeX has no command for stay."""
    line = balanced(tidy(text))
    return "".join(_encoded(part) for part in _PART.finditer(line))


def tidy(text: str) -> str:
    """`text` on one line, composed, without control characters."""
    shown = (
        letter for letter in text if letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cs")
    )
    return " ".join(unicodedata.normalize("NFC", "".join(shown)).split())


def balanced(text: str) -> str:
    """`text` without its braces where they do not match."""
    depth = 0
    for before, letter in zip(" " + text, text, strict=False):
        if before != "\\":
            depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            break
    matched = depth == 0 and not re.search(r"\\[{}]", text)
    return text if matched else re.sub(r"\\?[{}]", "", text)


def _encoded(part: re.Match[str]) -> str:
    if formula := part["formula"]:
        return formula if balanced(formula) == formula and not runs(formula) else _plain(formula)
    if command := part["command"]:
        return _plain(command) if runs(command) else command
    return part["plain"] or _sign(part["sign"])


def _plain(text: str) -> str:
    return "".join(_sign(letter) for letter in text)


@lru_cache(maxsize=4096)
def _sign(letter: str) -> str:
    if letter in "{}":
        return letter
    return f"\\{letter}" if letter in "%&#_$" else str(_ENCODER.unicode_to_latex(letter))
