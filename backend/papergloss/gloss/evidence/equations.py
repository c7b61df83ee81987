"""Equations in a claim: one whose letters the cited passages do not have is not supported by them."""

from __future__ import annotations

import re
from unicodedata import lookup

from papergloss.pdf.document import Passage

FEWEST_SIGNS = 3
"""Letters of an equation; shorter ones say too little to be told from others."""
SHARE = 0.6
"""Of its letters that the passages must have: paper and model may name an index differently."""

_FORMULA = re.compile(r"(?<![\\$])\$([^$\n]{3,400}?)(?<!\\)\$|\\\((.{3,400}?)\\\)")
_SETTING = re.compile(
    r"\\(?:mathrm|text|operatorname|math(?:bf|it|cal|bb|sf)|boldsymbol|bm|left|right)(?![A-Za-z])"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_WORD = re.compile(r"[A-Za-z]{3,}")
_SIGN = re.compile(r"[A-Za-z]{3,}|[A-Za-z\u0370-\u03ff]")
_SHORT = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{1,2}(?![A-Za-z])|[A-Za-z]*[A-Z\d][A-Z\d]+[A-Za-z]*|[\u0370-\u03ff]"
)
"""Where a text printed without its formulas' form has their letters."""


def strange(claim: str, passages: list[Passage]) -> bool:
    """Whether the claim has an equation most of whose letters stand in none of the passages."""
    found = [tex for match in _FORMULA.findall(claim) for tex in match if "=" in tex]
    if not found:
        return False
    held = set[str]()
    for passage in passages:
        held |= _signs(passage.tex or "") | set(_WORD.findall(passage.text))
        held |= {letter for token in _SHORT.findall(passage.text) for letter in token}
    return any(_is_strange(_signs(tex), held) for tex in found)


def _is_strange(signs: set[str], held: set[str]) -> bool:
    return len(signs) >= FEWEST_SIGNS and len(signs & held) < SHARE * len(signs)


def _signs(tex: str) -> set[str]:
    """Its letters, Greek ones as such, and the words in it."""
    plain = _COMMAND.sub(_letter, _SETTING.sub(" ", tex))
    return set(_SIGN.findall(plain))


def _letter(command: re.Match[str]) -> str:
    """A Greek letter; other commands are no letters."""
    name = command[1].removeprefix("var") or command[1]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        letter = lookup(f"GREEK {size} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
    except KeyError:
        return " "
    return f" {letter} "
