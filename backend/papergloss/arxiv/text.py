"""Small text repairs that both of arXiv's formats need."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pylatexenc.latex2text import LatexNodes2Text

LONGEST_NAME = 300
"""Characters; more is no author."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_TEX = re.compile(r"[\\{}~]")
_LATEX = LatexNodes2Text()


def join(text: str | None) -> str:
    """The text with every run of white space as one space, none at the ends, nothing that steers a terminal.

    None gives "".
    """
    return _CONTROL.sub("", " ".join((text or "").split()))


def join_or_none(text: str | None) -> str | None:
    """Like `join`; None where nothing is left."""
    return join(text) or None


def names(found: Iterable[str | None]) -> tuple[str, ...]:
    """Author names; arXiv's data also lists the colon after a collaboration as an author."""
    joined = (join(name) for name in found)
    return tuple(name for name in joined if any(letter.isalpha() for letter in name))


def without_tex(name: str) -> str:
    """A name with letters in place of TeX's accents, which arXiv's feeds and records have as submitted."""
    name = name[:LONGEST_NAME]
    return _LATEX.latex_to_text(name) if _TEX.search(name) else name
