"""What a model writes instead of an answer: refusals, unfilled placeholders, loops."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

LONGEST_WORDS = 200
"""Characters of the model's own words in a problem's detail."""

_patterns = tomllib.loads((files(__package__) / "answers.toml").read_text("utf-8"))
_REFUSAL = re.compile("|".join(_patterns["refusals"]), re.IGNORECASE)
_PLACEHOLDER = re.compile("|".join(_patterns["placeholders"]), re.IGNORECASE)
_LOOP = re.compile(r"(.{2,60}?)\1{5,}|(.{12,200}?)(?:\s*\2){2,}", re.DOTALL)


def refusal(text: str) -> str | None:
    """The model's words where `text` declines to answer, shortened; else None."""
    return own_words(text) if _REFUSAL.search(text) else None


def placeholder(text: str) -> str | None:
    """An unfilled placeholder in `text`, or None."""
    found = _PLACEHOLDER.search(text)
    return found.group() if found else None


def loops(text: str) -> bool:
    """Whether `text` says the same again and again."""
    found = _LOOP.search(text)
    return found is not None and any(character.isalpha() for character in found.group())


def own_words(text: str) -> str:
    """The beginning of the model's answer on one line, for a problem's detail."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_WORDS else line[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"
