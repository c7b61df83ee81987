"""Words that deny: by grammar (`not`, denial.toml) or by meaning (`unable`, negative_words.tsv)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from papergloss.gloss.identification import traditional
from papergloss.gloss.translation.protected import without_protected

_UNSPACED = {"zh", "ja", "ko"}
_ARABIC_PREFIXES = r"[وفبلك]{0,2}(?:ال)?"
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns of one language; denial.toml says what each is for."""

    denies: re.Pattern[str]
    restricts: re.Pattern[str]
    apart: re.Pattern[str]
    not_only: re.Pattern[str]
    not_same: re.Pattern[str]
    echoes: re.Pattern[str]
    excuses: re.Pattern[str]

    def prose(self, text: str) -> str:
        """`text` without formulas and the like, and without what looks like a denial and is none."""
        return self.apart.sub(" ", without_protected(text))

    def denials(self, prose: str) -> int:
        """How often `prose` denies by grammar."""
        return len(self.denies.findall(prose)) or int(bool(self.echoes.search(prose)))


@dataclass(frozen=True, slots=True)
class Word:
    """A word that denies by its meaning: in English, and what another language has for it.

    might: its translation denies in some way, perhaps by grammar. must: surely.
    stands: what it has there may also stand for a plain `not`.
    """

    might: bool
    must: bool
    stands: bool
    english: re.Pattern[str]
    other: re.Pattern[str]


@cache
def grammar(lang: str) -> Grammar:
    """Of a language by its code."""
    table = tomllib.loads((files(__package__) / "denial.toml").read_text("utf-8"))[_base(lang)]
    names = ("denies", "restricts", "apart", "not_only", "not_same", "echoes", "excuses")
    return Grammar(*(_compiled(table.get(name, _NOTHING), lang) for name in names))


@cache
def words(lang: str) -> tuple[Word, ...]:
    """The more particular first: what one has taken, the next ones do not see."""
    head, *rows = (files(__package__) / "negative_words.tsv").read_text("utf-8").splitlines()
    column = head.split("\t").index(base := _base(lang))
    found = []
    for row in rows:
        kind, english, *_ = cells = row.split("\t")
        before = "" if base in _UNSPACED else rf"(?<!\w){_ARABIC_PREFIXES if base == 'ar' else ''}"
        here = re.compile(rf"(?<!\w)(?:{english})(?!\w)", re.IGNORECASE)
        there = _compiled(f"{before}(?:{cells[column]})", lang)
        found.append(Word(kind != "may", kind in ("must", "stands"), kind == "stands", here, there))
    return tuple(found)


def _compiled(pattern: str, lang: str) -> re.Pattern[str]:
    return re.compile(traditional(pattern) if lang == "zh-TW" else pattern, re.IGNORECASE)


def _base(lang: str) -> str:
    return lang.split("-", maxsplit=1)[0]
