"""Whether a translation has lost the `not` of its source."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from papergloss.gloss.translation.protected import without_protected

_table = {
    lang: (re.compile(words["denies"], re.IGNORECASE), re.compile(words["apart"], re.IGNORECASE))
    for lang, words in tomllib.loads((files(__package__) / "denial.toml").read_text("utf-8")).items()
}


def denial_lost(source: str, target: str, lang: str) -> bool:
    """Whether `source` denies something in so many words and `target` has no word that denies."""
    return _denies(source, "en") and not _denies(target, lang.split("-", maxsplit=1)[0])


def _denies(text: str, lang: str) -> bool:
    denies, apart = _table[lang]
    return bool(denies.search(apart.sub(" ", without_protected(text))))
