"""Cue phrases: which role a sentence plays in its paper, and how much its wording promises."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from papergloss.gloss.dialogue.vocabulary import Role

STRONG, WEAK, MEASURED = 1.6, 0.5, 1.15
"""Factors for sentences that promise something, that only point elsewhere, and that state a measure."""

_ADDRESS = re.compile(r"https?://|github\.com|huggingface\.co|zenodo", re.IGNORECASE)
_MEASURE = re.compile(r"\d+(?:\.\d+)?\s?(?:%|x\b|×)")


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_table = tomllib.loads((files(__package__) / "cues.toml").read_text("utf-8"))
_ROLES: dict[Role, re.Pattern[str]] = {role: _any(patterns) for role, patterns in _table["roles"].items()}
_STRONG = _any(_table["weights"]["strong"])
_WEAK = _any(_table["weights"]["weak"])


def role_of(sentence: str) -> Role | None:
    """What the sentence tells of: the first role whose cues it has."""
    if _ADDRESS.search(sentence):
        return "resource"
    return next((role for role, cues in _ROLES.items() if cues.search(sentence)), None)


def weight_of(sentence: str) -> float:
    """A factor about 1 for how much the wording promises."""
    weight = STRONG if _STRONG.search(sentence) else 1.0
    if _MEASURE.search(sentence):
        weight *= MEASURED
    return weight * (WEAK if _WEAK.search(sentence) else 1.0)
