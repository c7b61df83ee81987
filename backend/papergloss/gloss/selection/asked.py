"""What is asked about a selection, and what the model is told of its place."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

from pydantic import Field

from papergloss.errors import BadInput
from papergloss.gloss.card import Selection, Wire
from papergloss.gloss.dialogue.blocks import fenced, one_line
from papergloss.gloss.languages import Language
from papergloss.gloss.prompts import fill
from papergloss.gloss.translation.protected import protected
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.gloss.translation.translating import FIRST_TERM

LONGEST = 4000
"""Characters of a selection: about a page, which a model answers in one go."""
LONGEST_AROUND = 1000
"""Characters of what stands before a selection, and after it."""
TERM_WORDS = 3
"""Words of a selection that is looked up rather than translated."""

_PARAGRAPHS = re.compile(r"\n\s*\n")
_ENDS = re.compile(r"[.!?:;,。！？：；，]$")
_LETTER = re.compile(r"[^\W\d_]{2}")


class Asked(Wire):
    """A selection in its place. Formulas stand as `$LaTeX$`, an empty line between paragraphs."""

    task: Literal["translate", "explain"] = "translate"
    text: str = Field(min_length=1)
    before: str = Field("", max_length=LONGEST_AROUND, description="what stands before it")
    after: str = Field("", max_length=LONGEST_AROUND, description="what stands after it")
    title: str = Field("", max_length=500, description="the paper's title, or the page's")

    def require_fitting(self) -> None:
        """Raises BadInput where the selection is empty or longer than one answer can be."""
        if not self.text.strip():
            raise BadInput("The selection has no text.")
        if len(self.text) > LONGEST or sum(map(len, self.paragraphs())) >= FIRST_TERM:
            raise BadInput(
                f"The selection is too long: it has {len(self.text)} characters, and {LONGEST} are the most.",
                "Select less, or a part at a time.",
            )

    def digest(self) -> str:
        """What tells one selection from another, for the key of its card."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    def paragraphs(self) -> list[list[str]]:
        """The sentences of each paragraph; none is empty."""
        split = (split_sentences(paragraph) for paragraph in _PARAGRAPHS.split(self.text))
        return [sentences for sentences in split if sentences]

    def is_term(self) -> bool:
        """Whether it is a word or two that a dictionary could hold."""
        line = one_line(self.text)
        return (
            0 < len(line.split()) <= TERM_WORDS
            and bool(_LETTER.search(line))
            and not _ENDS.search(line)
            and not protected(line)
        )

    def blank(self, language: Language) -> Selection:
        """The answer before its first word."""
        task: Literal["translation", "sense", "explanation"] = "translation"
        if self.task == "explain":
            task = "explanation"
        elif self.is_term():
            task = "sense"
        return Selection(task=task, lang=language.code, text=self.text)

    def place(self) -> str:
        """The block that tells a model where the selection stands; empty where nothing is known."""
        known = {"paper": self.title, "before": self.before, "after": self.after}
        lines = [f"{name}: {line}" for name, text in known.items() if (line := one_line(text))]
        return f"{fenced('PLACE', lines)}\n{fill('selection.place')}" if lines else ""
