"""Words that models write for the outline's headings and labels (vocabulary.toml)."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Literal

Role = Literal["problem", "method", "result", "limit", "resource"]
Part = Literal["summary", "takeaways"]

_words = tomllib.loads((files(__package__) / "vocabulary.toml").read_text("utf-8"))

PART_OF: dict[str, Part] = {word: part for part, words in _words["headings"].items() for word in words}
"""The part of the outline that a heading (case-folded) opens."""
ROLE_OF: dict[str, Role] = {word: role for role, words in _words["labels"].items() for word in words}
"""The role that a label (case-folded) names."""
