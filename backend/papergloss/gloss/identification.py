"""What tells languages of one script apart: langid's model, and OpenCC's tables of Chinese characters.

Both take a moment to load, so they are loaded when the first text is judged.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC
    from py3langid.langid import LanguageIdentifier

LIKELY = 0.1
"""Probability from which a text may be in a language; of two that are near, both may be."""


def may_be(code: str, text: str, codes: frozenset[str]) -> bool:
    """Whether `text` may be in the language `code`, where it is in one of `codes`."""
    return bool(dict(_identifier(codes).rank(text)).get(code, 0.0) >= LIKELY)


def kinds_of_chinese(text: str) -> tuple[int, int]:
    """How many characters are only simplified, and how many only traditional."""
    return _changed(text, "s2tw"), _changed(text, "t2s")


def traditional(text: str) -> str:
    """The text in traditional characters, with the words of Taiwan where they differ."""
    return str(_converter("s2twp").convert(text))


def _changed(text: str, table: str) -> int:
    return sum(one != other for one, other in zip(text, _converter(table).convert(text), strict=False))


@cache
def _converter(table: str) -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415

    return OpenCC(table)


@cache
def _identifier(codes: frozenset[str]) -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(codes))
    return identifier
