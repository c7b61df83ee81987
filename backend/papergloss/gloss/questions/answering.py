"""A question put to the model with what it is about, until the answer is usable."""

from __future__ import annotations

from papergloss.errors import AnswerCut, AnswerFiltered, AnswerUnusable, ContextExceeded
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.answers import own_words, refusal
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.dialogue.blocks import fenced, one_line
from papergloss.gloss.dialogue.outline import DraftClaim
from papergloss.gloss.events import CardPart
from papergloss.gloss.prompts import fill
from papergloss.gloss.question import Question
from papergloss.gloss.questions.answer import AnswerParser
from papergloss.gloss.questions.asked import Asked
from papergloss.gloss.questions.one_paper import OnePaper
from papergloss.gloss.questions.several import Several
from papergloss.gloss.summary.acceptance import fault, usable
from papergloss.gloss.summary.mending import mend
from papergloss.gloss.translation.glossary import block
from papergloss.llm.budget import estimate_prompt, prompt_room
from papergloss.llm.types import ChatModel, Message

ASKS = 2
"""The first time, and once again where the answer is not usable."""
ANSWER_TOKENS = 3072
"""Six statements take under 1,000, also in wordy languages; models that think aloud take more."""
FOLLOW_UP_TOKENS = 1500
"""Set aside for the answer and what is asked about it."""
SHRINK, SHRINKS = 0.5, 5
"""What is kept of the room when the provider says that the paper does not fit after all, and how often."""
MOST_STATEMENTS = 8

Text = OnePaper | Several


class Answerer:
    """Asks one question about what `source` holds."""

    def __init__(self, context: Context, model: ChatModel, source: Text, asked: Asked) -> None:
        self._context = context
        self._model = model
        self._source = source
        self._asked = asked
        self._names = {"language": context.language.english, "native": context.language.native}
        self._words = asked.words(context.tools.glossary)
        self._limit = min(ANSWER_TOKENS, model.provider.context_tokens // 6)

    def run(self) -> Question:
        """The answer, every statement checked.

        Raises:
            AnswerFiltered: the model declined.
            AnswerUnusable: nothing that it wrote was usable.
            ModelError: the model failed.
        """
        room = self._room()
        for _ in range(SHRINKS):
            self._source.fit(room, self._words)
            try:
                return self._answered()
            except ContextExceeded:
                room = int(SHRINK * min(room, self._source.tokens))
        self._source.fit(room, self._words)
        return self._answered()

    def _answered(self) -> Question:
        messages = self._messages(self._source.block())
        for _ in range(ASKS):
            answer, parser = self._ask(messages)
            messages = [*messages, Message("assistant", answer or "(empty)")]
            reason = self._fault(parser)
            if reason is None:
                return self._checked(parser, messages)
            messages = [*messages, Message("user", fill("question.again", reason=reason, **self._names))]
        self._show(self._asked.blank())
        if words := refusal(answer):
            raise AnswerFiltered(f"The model declined to answer: “{words}”")
        raise AnswerUnusable(f"The answer was not usable; the model wrote: “{own_words(answer)}”")

    def _ask(self, messages: list[Message]) -> tuple[str, AnswerParser]:
        parser = AnswerParser()
        heard: list[str] = []

        def write(text: str) -> None:
            heard.append(text)
            for place, more in parser.feed(text):
                self._context.delta("question", f"question/{place}", more)

        def restart() -> None:
            nonlocal parser
            parser = AnswerParser()
            heard.clear()
            self._show(self._asked.blank())

        restart()
        try:
            ask(
                self._context, "question", self._model, messages,
                on_text=write, on_restart=restart, max_tokens=self._limit,
            )  # fmt: skip
        except AnswerCut:
            if not parser.claims:
                raise
        parser.close()
        return "".join(heard), parser

    def _fault(self, parser: AnswerParser) -> str | None:
        """Why nothing of an answer may stand, for the model; unusable lines beside usable ones just go."""
        language = self._context.language
        faults = [reason for claim in parser.claims if (reason := fault(claim.text, language))]
        told: dict[str, DraftClaim] = {}
        for claim in parser.claims:
            if usable(claim.text, language):
                told.setdefault(claim.text, claim)
        parser.claims = list(told.values())
        if parser.missing and (reason := fault(parser.missing, language)):
            faults.append(reason)
            parser.missing = ""
        if not parser.claims and not (parser.missing if faults else parser.missing is not None):
            return "; ".join(dict.fromkeys(faults)) + "." if faults else "it is empty."
        return None

    def _checked(self, parser: AnswerParser, conversation: list[Message]) -> Question:
        examiner = self._source.examiner
        claims = [examiner.examine(draft) for draft in parser.claims[:MOST_STATEMENTS]]
        question = self._asked.blank().model_copy(
            update={"missing": parser.missing or "", "claims": claims, "answered": _verdict(parser)}
        )
        self._show(self._source.named(question))
        mended = mend(self._context, self._model, examiner, conversation, claims, stage="question")
        plain = [claim.model_copy(update={"role": None}) for claim in mended]
        alone = question.answered == "no" and not plain
        nearest = self._source.nearest(self._words) if alone else []
        return self._source.named(question.model_copy(update={"claims": plain, "nearest": nearest}))

    def _show(self, question: Question) -> None:
        self._context.show("question", CardPart(question=question))

    def _messages(self, paper: str) -> list[Message]:
        task = fill(self._source.task, **self._names)
        terms = block(self._context.tools.glossary)
        questions = [*(turn.question for turn in self._asked.earlier), self._asked.question]
        users = [_fenced(question) for question in questions]
        users[0] = "\n\n".join(filter(None, (paper, task, terms, users[0])))
        users[1:] = [f"{text}\n\n{fill('question.next', **self._names)}" for text in users[1:]]
        messages = [Message("system", self._source.system()), Message("user", users[0])]
        for turn, text in zip(self._asked.earlier, users[1:], strict=True):
            messages += [Message("assistant", turn.answer or "…"), Message("user", text)]
        return messages

    def _room(self) -> int:
        """Tokens for the paper's block."""
        bare = self._messages("")
        follow_up = min(FOLLOW_UP_TOKENS, self._model.provider.context_tokens // 12)
        return prompt_room(self._model.provider, self._limit) - estimate_prompt(bare) - follow_up


def _fenced(question: str) -> str:
    return fenced("QUESTION", [one_line(question)])


def _verdict(parser: AnswerParser) -> str:
    if parser.missing is None:
        return "yes"
    return "no" if parser.missing_first or not parser.claims else "partly"
