"""A selection translated in its place: paragraphs kept, formulas unharmed, the paper's terms used."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.errors import ModelError
from papergloss.gloss.card import Selection, Term
from papergloss.gloss.context import Context
from papergloss.gloss.drafting.pencil import Pencil
from papergloss.gloss.drafting.stages import warn
from papergloss.gloss.events import CardPart, Progress
from papergloss.gloss.languages import Language
from papergloss.gloss.request import Drafter
from papergloss.gloss.selection.asked import Asked
from papergloss.gloss.translation.asking import Translator
from papergloss.gloss.translation.glossary import known
from papergloss.gloss.translation.terms import stands_in
from papergloss.gloss.translation.translating import Lines
from papergloss.llm.types import ChatModel


class Passage(Lines):
    """The sentences of a selection, numbered from 1."""

    def __init__(self, asked: Asked, language: Language, settled: Sequence[Term]) -> None:
        paragraphs = asked.paragraphs()
        super().__init__(["", *(line for lines in paragraphs for line in lines)], language, settled)
        self.place = asked.place()
        self._paragraphs = [len(lines) for lines in paragraphs]
        self._blank = asked.blank(language)

    def made(self, reason: str | None = None, *, settle: bool) -> Selection:
        """The translation as it stands; `settle` keeps the original of what is not good."""
        sentences = [self.sentence(n, reason, settle=settle) for n in range(1, len(self.sources))]
        changes = {"sentences": sentences, "paragraphs": self._paragraphs}
        return self._blank.model_copy(update=changes)


def translate(context: Context, asked: Asked) -> Selection:
    """The selection in the reader's language.

    Raises:
        ModelError: the model failed; sentences that were already good are shown.
    """
    lines = Passage(asked, context.language, _settled(context, asked))
    _show(context, lines.made(settle=False))
    try:
        if context.tools.drafter is not None:
            _draft(context, context.tools.drafter, lines)
        elif context.tools.model is not None:
            _ask(context, context.tools.model, lines)
    except ModelError as error:
        _show(context, lines.made(error.type, settle=True))
        raise
    return lines.made(settle=True)


def _show(context: Context, selection: Selection) -> None:
    context.show("selection", CardPart(selection=selection))


def _settled(context: Context, asked: Asked) -> list[Term]:
    own = known([asked.text], context.tools.terms, context.language)
    taken = {term.source.casefold() for term in own}
    of_card = (term for term in context.tools.glossary if stands_in(term.source, asked.text))
    return [*own, *(term for term in of_card if term.source.casefold() not in taken)]


def _ask(context: Context, model: ChatModel, lines: Passage) -> None:
    def show() -> None:
        _show(context, lines.made(settle=False))

    def write(n: int, text: str) -> None:
        if n in lines.left:
            context.delta("selection", f"selection/sentences/{n - 1}/target", text)

    Translator(context, "selection", model, lines, show=show, on_text=write).run()


def _draft(context: Context, drafter: Drafter, lines: Passage) -> None:
    warn(context)
    pencil = Pencil(context, "selection", drafter)
    asked, written = list(lines.open), dict[int, str]()
    try:
        for done, n in enumerate(asked, start=1):
            written[n] = pencil.write(lines.sources[n])
            context.progress("selection", Progress(done=done, total=len(asked), unit="sentences"))
    finally:
        lines.take(written, set())
