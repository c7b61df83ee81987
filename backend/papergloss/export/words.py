"""What exports say themselves, in the reader's language (words.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

Words = dict[str, str]


def words_of(lang: str) -> Words:
    """The words of a language; of English where it has none."""
    return _all_words().get(lang, _all_words()["en"])


@cache
def _all_words() -> dict[str, Words]:
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
