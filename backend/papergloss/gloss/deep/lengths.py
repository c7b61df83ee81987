"""How long a text is and should be, in words: also in languages that put no blanks between them."""

from __future__ import annotations

import re

from papergloss.gloss.explainer import SectionName
from papergloss.gloss.languages import Language

LETTERS_OF_A_WORD = 5.9
"""Characters of English prose for a word of it, blanks included; a language's own length follows from it."""
ASKED: dict[SectionName, tuple[int, int]] = {
    "motivation": (260, 380),
    "prior_work": (230, 340),
    "method": (560, 810),
    "experiments": (430, 680),
    "limits": (190, 290),
    "reading_list": (100, 220),
}
"""Words of each written section. What `TOO_SHORT` and `TOO_LONG` let pass makes 1,500 to 3,000 words."""
TOO_SHORT, TOO_LONG = 0.85, 1.1

_FORMULA = re.compile(r"\$\$.+?\$\$|(?<!\\)\$[^$\n]+?(?<!\\)\$", re.DOTALL)
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"\S*\w\S*")


def words(text: str, language: Language) -> int:
    """The words of a text; Chinese and Japanese characters count as the words that they stand for.

    A formula counts as one word.
    """
    prose = _FORMULA.sub(" x ", text)
    east = len(_EAST.findall(prose))
    if "han" not in language.scripts:
        return len(_WORD.findall(prose))
    return round(east / _letters(language)) + len(_WORD.findall(_EAST.sub(" ", prose)))


def asked(section: SectionName, language: Language) -> str:
    """How long a section should be, for the model."""
    least, most = ASKED[section]
    if "han" not in language.scripts:
        return f"{least} to {most} words"
    characters = (round(count * _letters(language), -1) for count in (least, most))
    return "{:.0f} to {:.0f} characters".format(*characters)


def outside(section: SectionName, count: int) -> int:
    """By how many words a section is too long, or, negative, too short; 0 where it is neither."""
    least, most = ASKED[section]
    if count < TOO_SHORT * least:
        return round(count - TOO_SHORT * least)
    return max(0, round(count - TOO_LONG * most))


def _letters(language: Language) -> float:
    return language.length * LETTERS_OF_A_WORD
