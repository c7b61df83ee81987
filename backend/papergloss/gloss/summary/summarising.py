"""One paper put to the model for its summary, until the answer is usable."""

from __future__ import annotations

from papergloss.errors import AnswerCut, ContextExceeded, ModelError
from papergloss.gloss.card import Claim
from papergloss.gloss.compression.fitting import fitted
from papergloss.gloss.compression.material import whole
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.asking import answer_tokens, ask
from papergloss.gloss.events import CardPart
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.languages import LANGUAGES
from papergloss.gloss.prompts import fill
from papergloss.gloss.protocol import DraftClaim, OutlineParser
from papergloss.gloss.summary.acceptance import LEAST, WANTED, Judged
from papergloss.gloss.summary.mending import mend
from papergloss.gloss.translation.glossary import block
from papergloss.llm.budget import estimate_prompt, estimate_tokens, prompt_room
from papergloss.llm.types import ChatModel, Message
from papergloss.pdf.document import Document

ASKS = 2
"""The first time, and once again where the answer is not usable."""
SHRINK = 0.5
"""What is kept of the room each time the provider says that the paper does not fit after all."""
SHRINKS = 5
"""From an assumed context of 128k down to one of 4k."""
GLOSSARY_TOKENS = 500
"""Set aside for the glossary, however long it is in this language."""
FOLLOW_UP_TOKENS = 2500
"""Set aside for the answer and the question about it, where something is asked for again."""


class Summariser:
    """Asks for summary and takeaways; `material` is the paper in the form in which it was sent."""

    def __init__(self, context: Context, model: ChatModel, document: Document, examiner: Examiner) -> None:
        self._context = context
        self._model = model
        self._document = document
        self._examiner = examiner
        self._names = {"language": context.language.english, "native": context.language.native}
        self._task = "\n\n".join(filter(None, (fill("summary.task", **self._names), block(context.glossary))))
        self.material = whole(document)

    def run(self) -> tuple[list[Claim], list[Claim]]:
        """Summary and takeaways, checked.

        Raises:
            ModelError: the model failed, or wrote nothing usable twice.
        """
        room = self._room()
        for _ in range(SHRINKS):
            self._fit(room)
            try:
                return self._mended(*self._ask_until_usable())
            except ContextExceeded:
                room = int(SHRINK * min(room, self.material.tokens))
        self._fit(room)
        return self._mended(*self._ask_until_usable())

    def _fit(self, room: int) -> None:
        self.material = fitted(self._context, "summary", self._model, self._document, room)

    def _mended(self, judged: Judged, conversation: list[Message]) -> tuple[list[Claim], list[Claim]]:
        summary, takeaways = self._checked(judged)
        self._context.show("summary", CardPart(summary=summary, takeaways=takeaways))
        claims = mend(self._context, self._model, self._examiner, conversation, [*summary, *takeaways])
        return claims[: len(summary)], claims[len(summary) :]

    def _ask_until_usable(self) -> tuple[Judged, list[Message]]:
        """The best answer, and the conversation that ends with it."""
        messages = self._messages()
        best: tuple[Judged, list[Message]] | None = None
        for turn in range(ASKS):
            if turn:
                self._context.start_over("summary")
            answer, judged = self._ask(messages)
            messages = [*messages, Message("assistant", answer or "(empty)")]
            if best is None or judged.size > best[0].size:
                best = judged, messages
            if judged.reaches(WANTED):
                return judged, messages
            again = fill("summary.again", reason=judged.reason(), **self._names)
            messages = [*messages, Message("user", again)]
        if best is None or not best[0].reaches(LEAST):
            self._context.start_over("summary")
            raise judged.error()
        return best

    def _ask(self, messages: list[Message]) -> tuple[str, Judged]:
        parser = OutlineParser()
        heard: list[str] = []

        def show(text: str) -> None:
            heard.append(text)
            for place, more in parser.feed(text):
                self._context.delta("summary", f"{place}/text", more)

        def restart() -> None:
            nonlocal parser
            parser = OutlineParser()
            heard.clear()
            self._context.start_over("summary")

        def judged() -> Judged:
            return Judged(parser.close(), "".join(heard), self._context.language)

        try:
            ask(self._context, "summary", self._model, messages, on_text=show, on_restart=restart)
        except AnswerCut:
            if not (cut := judged()).reaches(WANTED):
                self._keep_partial(cut)
                raise
            return "".join(heard), cut
        except ModelError:
            self._keep_partial(judged())
            raise
        return "".join(heard), judged()

    def _keep_partial(self, judged: Judged) -> None:
        """What came before the failure stands, checked; what is not usable goes."""
        self._context.start_over("summary")
        if judged.size:
            summary, takeaways = self._checked(judged)
            self._context.show("summary", CardPart(summary=summary, takeaways=takeaways))

    def _checked(self, judged: Judged) -> tuple[list[Claim], list[Claim]]:
        return self._examined(judged.summary), self._examined(judged.takeaways)

    def _examined(self, drafts: list[DraftClaim]) -> list[Claim]:
        return [self._examiner.examine(draft) for draft in drafts]

    def _messages(self) -> list[Message]:
        paper = self.material.block(self._context.metadata.title)
        system = self.material.system("summary.system")
        return [Message("system", system), Message("user", f"{paper}\n\n{self._task}")]

    def _room(self) -> int:
        """Tokens for the paper's block: the same in every language, so that notes serve them all."""
        tasks = [
            fill("summary.task", language=known.english, native=known.native) for known in LANGUAGES.values()
        ]
        parts = [fill("summary.system"), fill("notes.legend"), max(tasks, key=estimate_tokens)]
        glossary = max(GLOSSARY_TOKENS, estimate_tokens(block(self._context.glossary)))
        frame = estimate_prompt([Message("user", text) for text in parts]) + glossary
        follow_up = min(FOLLOW_UP_TOKENS, self._model.provider.context_tokens // 12)
        return prompt_room(self._model.provider, answer_tokens(self._model)) - frame - follow_up
