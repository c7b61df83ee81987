"""Numbered texts put to the model until they are good, or have been asked for often enough."""

from __future__ import annotations

from collections.abc import Callable

from papergloss.errors import AnswerCut, AnswerFiltered, AnswerUnusable, ModelError
from papergloss.gloss.card import StageName
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.answers import own_words, refusal
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.dialogue.blocks import numbered_block
from papergloss.gloss.prompts import fill
from papergloss.gloss.protocol import NumberedParser
from papergloss.gloss.translation.glossary import block
from papergloss.gloss.translation.translating import FIRST_TERM, Lines
from papergloss.llm.types import ChatModel, Message

ASKS = 3
"""The first time, and at most twice again for sentences that were not usable."""


class Translator:
    """Asks one model for one set of lines.

    `show` is called when what the reader sees must be replaced by `lines`, `on_text` with each new piece of
    one line, `on_answer` after each answer was judged.
    """

    def __init__(
        self,
        context: Context,
        stage: StageName,
        model: ChatModel,
        lines: Lines,
        *,
        show: Callable[[], None] = lambda: None,
        on_text: Callable[[int, str], None] = lambda _n, _text: None,
        on_answer: Callable[[], None] = lambda: None,
    ) -> None:
        self._context = context
        self._stage: StageName = stage
        self._model = model
        self._lines = lines
        self._show = show
        self._on_text = on_text
        self._on_answer = on_answer

    def run(self) -> None:
        """Asks at most three times.

        Raises:
            ModelError: the model failed, or nothing of what it wrote was usable; what was good stays so.
        """
        answer = ""
        for _ in range(ASKS):
            if not self._lines.open:
                break
            try:
                answer = self._ask()
            except AnswerCut:
                if not self._lines.anything_good():
                    raise
            except ModelError:
                if self._lines.left:
                    raise
                break
            self._on_answer()
            if self._lines.open:
                self._show()
        if not self._lines.anything_good():
            raise _nothing_usable(answer)

    def _ask(self) -> str:
        parser = self._parser()
        terms: dict[int, str] = {}

        def take(text: str) -> None:
            for place, more in parser.feed(text):
                n = int(place)
                if n >= FIRST_TERM:
                    terms[n] = terms.get(n, "") + more
                    continue
                if n and terms:
                    self._lines.take_terms(terms)
                    terms.clear()
                    self._tell_terms()
                self._on_text(n, more)

        def restart() -> None:
            nonlocal parser
            parser = self._parser()
            terms.clear()
            self._show()

        try:
            return ask(
                self._context, self._stage, self._model, self._messages(), on_text=take, on_restart=restart
            )
        finally:
            self._lines.take(*parser.close())
            self._tell_terms()

    def _tell_terms(self) -> None:
        if len(self._lines.glossary) > len(self._context.glossary):
            self._context.glossary = tuple(self._lines.glossary)

    def _parser(self) -> NumberedParser:
        return NumberedParser([n for n, _ in self._lines.asked()])

    def _messages(self) -> list[Message]:
        language = self._lines.language
        names = {"language": language.english, "native": language.native}
        asked = [numbered_block(self._lines.label, self._lines.asked()), fill("translation.task", **names)]
        if self._lines.place:
            asked.insert(0, self._lines.place)
        if terms := block(self._lines.glossary):
            asked.append(terms)
        if reasons := self._lines.reasons():
            asked.append(fill("translation.again", reasons=reasons, **names))
        return [Message("system", fill("translation.system")), Message("user", "\n\n".join(asked))]


def _nothing_usable(answer: str) -> ModelError:
    if words := refusal(answer):
        return AnswerFiltered(f"The model declined to translate: “{words}”")
    return AnswerUnusable(
        f"No sentence of the translation was usable; the model wrote: “{own_words(answer)}”"
    )
