"""Puts one sentence to the local model, and judges what it wrote."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files

from papergloss.errors import AnswerCut
from papergloss.gloss.card import StageName
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.drafting.grammar import grammar
from papergloss.gloss.prompts import fill
from papergloss.gloss.request import Drafter
from papergloss.gloss.translation.fidelity import fault
from papergloss.llm.budget import estimate_tokens
from papergloss.llm.types import Message

FEWEST_TOKENS, TIMES_LONGER = 64, 3
"""An answer may take so many times its sentence's tokens: a loop ends there."""

_EXAMPLE = tomllib.loads((files("papergloss.gloss.drafting") / "examples.toml").read_text("utf-8"))


class Pencil:
    """Writes drafts in the language of one job."""

    def __init__(self, context: Context, stage: StageName, drafter: Drafter) -> None:
        self._context = context
        self._stage = stage
        self._drafter = drafter
        language = context.language
        names = {"language": language.english, "native": language.native}
        self._head = [
            Message("system", fill("drafting.system", **names)),
            Message("user", _EXAMPLE["source"]),
            Message("assistant", _EXAMPLE["target"][language.code]),
        ]

    def write(
        self,
        source: str,
        on_text: Callable[[str], None] = lambda _: None,
        on_restart: Callable[[], None] = lambda: None,
    ) -> str:
        """The model's line for one sentence, as it came; empty where it did not come to an end.

        Raises:
            ModelError: the model failed.
            Cancelled: the reader cancelled the job.
        """
        model = self._drafter(grammar(source, self._context.language))
        messages = [*self._head, Message("user", source)]
        limit = max(FEWEST_TOKENS, TIMES_LONGER * estimate_tokens(source))
        try:
            return ask(
                self._context, self._stage, model, messages,
                on_text=on_text, on_restart=on_restart, max_tokens=limit,
            ).strip()  # fmt: skip
        except AnswerCut:
            return ""

    def draft(self, source: str) -> str | None:
        """The same, where it can stand for its source; else None."""
        line = self.write(source)
        return line if fault(source, line, self._context.language) is None else None
