"""Notes on one portion, asked from the model; kept, so that nobody pays for them twice."""

from __future__ import annotations

import hashlib

from papergloss.errors import AnswerCut, AnswerFiltered, AnswerUnusable, ContextExceeded
from papergloss.gloss.card import StageName
from papergloss.gloss.compression.note import Judgement, Note, fitting, judge, read_kept
from papergloss.gloss.compression.portions import Portion
from papergloss.gloss.compression.portions import portion as portion_of
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.asking import ask
from papergloss.gloss.dialogue.blocks import fenced, passage_lines
from papergloss.gloss.prompts import fill
from papergloss.llm.types import ChatModel, Message
from papergloss.pdf.document import Document

TOKENS_PER_LINE = 50
"""Of one note, its numbers included."""
WORDS_PER_TOKEN = 0.6
SLACK = 300
"""Tokens that the answer may have beyond the notes' own, for models that write more than they are asked."""


class NoteTaker:
    """Takes notes for one run, in the thread of whoever asks."""

    def __init__(self, context: Context, stage: StageName, model: ChatModel, document: Document) -> None:
        self._context = context
        self._stage = stage
        self._model = model
        self._document = document

    def notes(self, portion: Portion, tokens: int) -> tuple[Note, ...]:
        """Notes of at most `tokens`; none where the model gave nothing that may stand.

        A portion that the provider finds too long is halved.

        Raises:
            ModelError: the model cannot be asked at all.
            Cancelled: the reader cancelled the job.
        """
        messages = self._messages(portion, tokens)
        digest = self._digest(messages)
        kept = self._context.tools.notes.get(self._context.paper, digest)
        if kept is not None:
            return read_kept(kept)
        try:
            notes = fitting(self._asked(portion, messages, tokens), tokens)
        except ContextExceeded:
            if len(portion.passages) == 1:
                return ()
            middle = len(portion.passages) // 2
            halves = (portion.passages[:middle], portion.passages[middle:])
            parts = [portion_of(self._document, half) for half in halves]
            return tuple(note for part in parts for note in self.notes(part, tokens // 2))
        except (AnswerFiltered, AnswerUnusable):
            return ()
        if notes:
            text = "\n".join(note.line() for note in notes)
            self._context.tools.notes.put(self._context.paper, digest, text)
        return notes

    def _asked(self, portion: Portion, messages: list[Message], tokens: int) -> list[Note]:
        """The notes that pass their checks; those that fail are asked for once more."""
        answer, judged = self._ask(portion, messages, tokens)
        notes = list(judged.notes)
        if judged.faults or not notes:
            faults = "\n".join(judged.faults) or "- (no line has the asked form)"
            again = Message("user", fill("notes.again", faults=faults))
            said = Message("assistant", answer or "(empty)")
            notes += self._ask(portion, [*messages, said, again], tokens)[1].notes
        return notes

    def _ask(self, portion: Portion, messages: list[Message], tokens: int) -> tuple[str, Judgement]:
        heard: list[str] = []
        try:
            ask(
                self._context,
                self._stage,
                self._model,
                messages,
                on_text=heard.append,
                on_restart=heard.clear,
                max_tokens=2 * tokens + SLACK,
            )
        except AnswerCut:
            # The last line is not whole.
            heard = ["".join(heard).rpartition("\n")[0]]
        answer = "".join(heard)
        return answer, judge(answer, portion)

    def _messages(self, portion: Portion, tokens: int) -> list[Message]:
        block = fenced("PART", passage_lines(self._document, portion.passages))
        lines = max(2, tokens // TOKENS_PER_LINE)
        task = fill("notes.task", lines=str(lines), words=str(int(tokens * WORDS_PER_TOKEN)))
        return [Message("system", fill("notes.system")), Message("user", f"{block}\n\n{task}")]

    def _digest(self, messages: list[Message]) -> str:
        provider = self._model.provider
        told = "\0".join([provider.base_url, provider.model, *(message.content for message in messages)])
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
