"""The outline of a deep read put to the model until it is usable."""

from __future__ import annotations

from papergloss.errors import AnswerCut, AnswerFiltered, AnswerUnusable, ModelError
from papergloss.gloss.card import Claim
from papergloss.gloss.compression.material import Material
from papergloss.gloss.context import Context
from papergloss.gloss.deep.desk import Desk
from papergloss.gloss.deep.outline import WANTED, OutlineReader
from papergloss.gloss.dialogue.answers import own_words, refusal
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.events import CardPart
from papergloss.gloss.explainer import Explainer
from papergloss.gloss.prompts import fill
from papergloss.gloss.summary.mending import PASSED
from papergloss.llm.types import Message

ASKS = 2
LEAST = 3
"""Sections with points, below which the stage fails."""


class Planner:
    """Asks for the outline."""

    def __init__(self, context: Context, desk: Desk) -> None:
        self._context = context
        self._desk = desk

    def run(self) -> Explainer:
        """The outline: a checked lede, and sections with headings and points but without text.

        Raises:
            ModelError: the model failed, or wrote no usable outline twice.
        """
        reader = self._desk.fitting("outline", self._ask_until_usable)
        lede = self._desk.examiner.examine(reader.lede) if reader.lede else None
        # What stands above all must not be in doubt.
        passed = lede if lede and lede.check.status in PASSED else None
        return Explainer(lede=passed, sections=reader.sections())

    def _ask_until_usable(self, material: Material) -> OutlineReader:
        messages = self._desk.messages(material, fill("deep.outline", **self._desk.names))
        best: OutlineReader | None = None
        for turn in range(ASKS):
            if turn:
                self._context.start_over("outline")
            reader = self._ask(messages)
            if best is None or reader.planned > best.planned:
                best = reader
            if reader.planned >= WANTED:
                break
            again = fill("deep.outline.again", reason=_reason(reader), **self._desk.names)
            messages = [*messages, Message("assistant", reader.heard or "(empty)"), Message("user", again)]
        if best is None or best.planned < LEAST:
            self._context.start_over("outline")
            raise _error(best.heard if best else "")
        return best

    def _ask(self, messages: list[Message]) -> OutlineReader:
        reader = OutlineReader(self._context.language)

        def hear(text: str) -> None:
            if reader.feed(text):
                self._context.show("outline", CardPart(deep=_so_far(reader)))

        def restart() -> None:
            nonlocal reader
            reader = OutlineReader(self._context.language)
            self._context.start_over("outline")

        if (kept := self._desk.kept(messages)) is not None:
            reader.feed(kept)
            reader.close()
            return reader
        try:
            ask(self._context, "outline", self._desk.model, messages, on_text=hear, on_restart=restart)
        except AnswerCut:
            if reader.planned < LEAST:
                raise
        reader.close()
        if reader.planned >= LEAST:
            self._desk.keep(messages, reader.heard)
        return reader


def _so_far(reader: OutlineReader) -> Explainer:
    lede = Claim(text=reader.lede.text) if reader.lede else None
    return Explainer(lede=lede, sections=reader.sections())


def _reason(reader: OutlineReader) -> str:
    return f"it has points under {reader.planned} of the asked labels, in the asked form and language."


def _error(answer: str) -> ModelError:
    if words := refusal(answer):
        return AnswerFiltered(f"The model declined to plan the deep read: “{words}”")
    return AnswerUnusable(f"The model's outline could not be used. It wrote: “{own_words(answer)}”")
