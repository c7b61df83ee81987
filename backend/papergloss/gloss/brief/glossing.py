"""One abstract put to the model for its title and one sentence, until both can stand."""

from __future__ import annotations

from papergloss.errors import AnswerCut, AnswerFiltered, AnswerUnusable, ModelError
from papergloss.gloss.abstract import abstract_document
from papergloss.gloss.brief.answer import BriefAnswer, read
from papergloss.gloss.card import Claim
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.answers import own_words, refusal
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.dialogue.blocks import numbered_block
from papergloss.gloss.events import CardPart
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.prompts import fill
from papergloss.gloss.summary.acceptance import fault
from papergloss.gloss.summary.mending import PASSED, WORDS_FOR
from papergloss.gloss.translation.glossary import block, known
from papergloss.gloss.translation.sentences import split_sentences
from papergloss.gloss.translation.translating import Draft
from papergloss.llm.types import ChatModel, Message

ASKS = 2
"""The first time, and once again where something cannot stand as it is."""
ANSWER_TOKENS = 2048
"""Two lines take under 200; models that think within their answer's limit take most of this."""


class Glosser:
    """Asks one model about one paper."""

    def __init__(self, context: Context, model: ChatModel) -> None:
        metadata, language = context.metadata, context.language
        self._context = context
        self._model = model
        self._document = abstract_document(metadata)
        self._examiner = Examiner(
            self._document,
            known=[metadata.title, metadata.abstract, *metadata.authors],
            latin_script="latin" in language.scripts,
        )
        settled = known([metadata.title, metadata.abstract], context.tools.terms, language)
        self._title = None if language.code == "en" else Draft(metadata.title, "", language, settled)
        self._terms = block(settled)
        self._names = {"language": language.english, "native": language.native}
        self._claim: Claim | None = None

    def run(self) -> CardPart:
        """The title, and one checked statement: the better of two where the first did not pass.

        Raises:
            ModelError: the model failed, or wrote no usable statement twice.
        """
        messages = self._messages()
        answer = ""
        for _ in range(ASKS):
            try:
                answer = self._ask(messages)
            except ModelError:
                if self._claim is None:
                    raise
                break
            faults = self._take(read(answer, titled=self._title is not None))
            if not faults:
                break
            again = fill("brief.again", reason=" ".join(faults), form=self._form(), **self._names)
            messages = [*messages, Message("assistant", answer or "(empty)"), Message("user", again)]
        if self._claim is None:
            raise _nothing_usable(answer)
        translation = self._title.settled() if self._title else None
        return CardPart(translation=translation, summary=[self._claim])

    def _ask(self, messages: list[Message]) -> str:
        heard: list[str] = []
        try:
            return ask(
                self._context, "summary", self._model, messages,
                on_text=heard.append, on_restart=heard.clear, max_tokens=ANSWER_TOKENS,
            )  # fmt: skip
        except AnswerCut:
            if not heard:
                raise
            return "".join(heard)

    def _take(self, answer: BriefAnswer) -> list[str]:
        """Keeps what is better than what there was; returns what is wrong with this answer, for the model."""
        faults: list[str] = []
        if self._title is not None and self._title.left:
            self._title.take({0: answer.title} if answer.title else {}, set())
            if self._title.left:
                faults.append(f"the title: {self._title.reasons().removeprefix('[0]: ')}.")
        if answer.claim is None:
            return [*faults, "the sentence is missing."]
        if wrong := fault(answer.claim.text, self._context.language):
            return [*faults, f"{wrong}."]
        claim = self._examiner.examine(answer.claim)
        if self._claim is None or _worth(claim) > _worth(self._claim):
            self._claim = claim
        if claim.check.status not in PASSED:
            reason = WORDS_FOR[claim.check.status].format(detail=claim.check.detail)
            faults.append(f"“{claim.text}” did not pass a check: {reason}.")
        elif not _is_one_sentence(claim):
            faults.append("the gloss is more than one sentence.")
        return faults

    def _messages(self) -> list[Message]:
        passages = [(0, self._context.metadata.title), *((p.n, p.text) for p in self._document.passages)]
        task = fill("brief.task", form=self._form(), **self._names)
        asked = "\n\n".join(filter(None, (numbered_block("ABSTRACT", passages), task, self._terms)))
        return [Message("system", fill("brief.system")), Message("user", asked)]

    def _form(self) -> str:
        return fill("brief.form") if self._title else fill("brief.form").split("\n", 1)[1]


def _is_one_sentence(claim: Claim) -> bool:
    return len(split_sentences(claim.text)) == 1


def _worth(claim: Claim) -> tuple[bool, bool]:
    return claim.check.status in PASSED, _is_one_sentence(claim)


def _nothing_usable(answer: str) -> ModelError:
    if words := refusal(answer):
        return AnswerFiltered(f"The model declined to gloss: “{words}”")
    return AnswerUnusable(f"The model's answer could not be used. It wrote: “{own_words(answer)}”")
