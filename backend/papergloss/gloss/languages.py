"""The reader's languages: their names, and whether a text is written in one of them.

The test is coarse on purpose: it tells a translation from an untranslated text by script (and languages
that share one by their words), not good from bad style.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from papergloss.errors import BadInput
from papergloss.gloss.identification import kinds_of_chinese, may_be
from papergloss.gloss.translation.protected import without_protected

_SCRIPTS = {
    "han": r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "kana": r"\u3040-\u30ff\uff66-\uff9f",
    "hangul": r"\uac00-\ud7af\u1100-\u11ff",
    "cyrillic": r"\u0400-\u04ff",
    "arabic": r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "latin": r"A-Za-zÀ-ÖØ-öø-ɏ",
}
_PATTERNS = {name: re.compile(f"[{ranges}]") for name, ranges in _SCRIPTS.items()}
_PLAIN_WORD = re.compile(r"(?<![\w-])[a-zà-öø-ÿœ]{2,}(?![\w-])")
"""A Latin word in small letters: no name, no acronym."""
_LATIN_SENTENCE = re.compile(r"(?:(?<![\w-])[A-Za-z]+,? ){4,}[a-z]+[.!?](?!\w)")
"""A whole sentence in Latin letters; no name is one."""
FEWEST_WORDS = 4
"""Plain words from which on languages of one script can be told apart."""
CLEARLY = 3
"""A text is in one kind of Chinese where it has this many of its characters for one of the other's."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language that a card can be made in."""

    code: str
    english: str
    native: str
    scripts: tuple[str, ...]
    length: float
    """Characters of a translation for one character of English."""

    @property
    def letters(self) -> str:
        """Its letters, as ranges in a character class of a regular expression or a grammar."""
        return "".join(_SCRIPTS[name] for name in self.scripts)

    def written_in(self, text: str) -> bool:
        """Whether the prose of `text` is in this language; a text without prose (names, formulas) is."""
        prose = without_protected(text)
        own = sum(len(_PATTERNS[name].findall(prose)) for name in self.scripts)
        plain = _PLAIN_WORD.findall(prose)
        if "latin" in self.scripts:
            foreign = sum(len(p.findall(prose)) for n, p in _PATTERNS.items() if n not in self.scripts)
            return foreign <= own // 4 and self._likely(plain)
        if own == 0:
            return not plain and all(
                not pattern.search(prose) for name, pattern in _PATTERNS.items() if name != "latin"
            )
        foreign_words = 2 * len(plain) > own or _whole_latin_sentence(prose)
        return not foreign_words and self._right_kind_of_han(prose)

    def source_length(self, target: str) -> float:
        """Characters of English that `target` usually stands for; its Latin letters count as one each."""
        latin = 0 if "latin" in self.scripts else len(_PATTERNS["latin"].findall(target))
        return latin + (len(target) - latin) / self.length

    def _likely(self, plain: list[str]) -> bool:
        return len(plain) < FEWEST_WORDS or may_be(self.code, " ".join(plain), _LATIN)

    def _right_kind_of_han(self, prose: str) -> bool:
        if "han" not in self.scripts:
            return True
        kana = len(_PATTERNS["kana"].findall(prose))
        han = len(_PATTERNS["han"].findall(prose))
        if "kana" in self.scripts:
            return kana > 0 or han < 12
        simplified, traditional = kinds_of_chinese(prose)
        own, other = (traditional, simplified) if self.code == "zh-TW" else (simplified, traditional)
        return kana * 10 <= han and CLEARLY * other <= own


def _whole_latin_sentence(prose: str) -> bool:
    found = _LATIN_SENTENCE.search(prose)
    return found is not None and len(_PLAIN_WORD.findall(found.group())) >= FEWEST_WORDS


def _load() -> dict[str, Language]:
    table = tomllib.loads((files(__package__) / "languages.toml").read_text("utf-8"))
    return {
        code: Language(
            code,
            entry["english"],
            entry["native"],
            tuple(entry["scripts"]),
            entry["length"],
        )
        for code, entry in table.items()
    }


LANGUAGES: dict[str, Language] = _load()
"""By code, in the order in which they are offered."""
_LATIN = frozenset(code for code, one in LANGUAGES.items() if "latin" in one.scripts)

_ALIASES = {"zh": "zh-CN", "zh-hans": "zh-CN", "zh-sg": "zh-CN", "zh-hant": "zh-TW", "zh-hk": "zh-TW"}


def language(code: str) -> Language:
    """The language that `code` (BCP 47, any case, region ignored where it does not matter) names.

    Raises:
        BadInput: no card can be made in it; the detail names the choices.
    """
    wanted = code.strip().replace("_", "-").casefold()
    by_case = {known.casefold(): known for known in LANGUAGES}
    primary = wanted.split("-")[0]
    for name in (wanted, _ALIASES.get(wanted, "").casefold(), primary, _ALIASES.get(primary, "").casefold()):
        if name in by_case:
            return LANGUAGES[by_case[name]]
    raise BadInput("PaperGloss does not write this language.", f"Choose one of {', '.join(LANGUAGES)}.")
