"""Whether a translation has lost the `not` of its source."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from papergloss.gloss.translation.protected import without_protected


@dataclass(frozen=True, slots=True)
class _Words:
    denies: re.Pattern[str]
    restricts: re.Pattern[str]
    apart: re.Pattern[str]


_table = {
    lang: _Words(**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in words.items()})
    for lang, words in tomllib.loads((files(__package__) / "denial.toml").read_text("utf-8")).items()
}
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)


def denial_lost(source: str, target: str, lang: str) -> bool:
    """Whether `source` denies something in so many words and `target` has too few words that deny.

    One is enough, or two where the source says `not` and `without`. A word that restricts stands for a denial
    (`hardly` as `only`) unless the source restricts, too.
    """
    denials = _found("denies", source, "en")
    if not denials:
        return False
    without = sum(bool(_WITHOUT.match(word)) for word in denials)
    needed = 2 if 0 < without < len(denials) else 1
    language = lang.split("-", maxsplit=1)[0]
    found = len(_found("denies", target, language))
    if not _found("restricts", source, "en"):
        found += len(_found("restricts", target, language))
    return found < needed


def _found(kind: str, text: str, lang: str) -> list[str]:
    words = _table[lang]
    prose = words.apart.sub(" ", without_protected(text))
    return [match.group() for match in getattr(words, kind).finditer(prose)]
