"""What the stages of one deep read share: the paper as it is sent, what checks claims, what was answered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from threading import Lock
from typing import TypeVar

from papergloss.errors import ContextExceeded, NoEngine, NoPdf, PdfError
from papergloss.gloss.card import StageName, Term
from papergloss.gloss.compression.fitting import fitted
from papergloss.gloss.compression.material import Material
from papergloss.gloss.compression.portions import readable
from papergloss.gloss.context import Context
from papergloss.gloss.dialogue.asking import answer_tokens
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.prompts import fill
from papergloss.gloss.translation.glossary import block, known
from papergloss.llm.budget import estimate_tokens, prompt_room
from papergloss.llm.types import ChatModel, Message
from papergloss.pdf.document import Document

FRAME_TOKENS = 14_000
"""Set aside beside the paper: outline, references, task, and a first answer with what is asked about it."""
FRAME_SHARE = 3
"""Of a small context the frame takes at most one part in so many."""
SHRINK, SHRINKS = 0.5, 5
"""What is kept of the room when the provider says that the paper does not fit after all, and how often."""

Made = TypeVar("Made")


class Desk:
    """Made once for a run. Safe to use from every stage's thread."""

    def __init__(self, context: Context) -> None:
        """Raises NoEngine without a model, NoPdf and PdfError where there is no text to read in depth."""
        if context.tools.model is None:
            raise NoEngine("A deep read is written by a model.")
        if context.document is None:
            raise NoPdf("A deep read needs the whole paper.", "A card can be made from the abstract.")
        if not readable(context.document):
            raise PdfError("The file has no text to read in depth.", "Look for a PDF that is no scan.")
        metadata = context.metadata
        self.model: ChatModel = context.tools.model
        self.document: Document = context.document
        self.examiner = Examiner(
            context.document,
            known=[metadata.title, metadata.abstract, *metadata.authors],
            latin_script="latin" in context.language.scripts,
        )
        self._context = context
        self._fitting = Lock()
        self._room = self._whole_room()
        self._material: Material | None = None
        settled = [*context.tools.glossary, *self._known()]
        self._terms = block(list({term.source.casefold(): term for term in reversed(settled)}.values()))

    @property
    def names(self) -> dict[str, str]:
        """The reader's language, for prompts."""
        return {"language": self._context.language.english, "native": self._context.language.native}

    def fitting(self, stage: StageName, work: Callable[[Material], Made]) -> Made:
        """What `work` makes of the paper; where the provider finds that too long, of notes on it.

        Raises:
            ModelError: the model failed.
        """
        for _ in range(SHRINKS):
            material = self.material(stage)
            try:
                return work(material)
            except ContextExceeded:
                with self._fitting:
                    if self._material is material:
                        self._room, self._material = int(SHRINK * min(self._room, material.tokens)), None
        return work(self.material(stage))

    def material(self, stage: StageName) -> Material:
        """The paper in the form in which it goes to the model; notes that it takes are booked on `stage`."""
        with self._fitting:
            if self._material is None:
                self._material = fitted(self._context, stage, self.model, self.document, self._room)
            return self._material

    def messages(self, material: Material, task: str, blocks: Iterable[str] = ()) -> list[Message]:
        """A request: system text and paper as the card's own request has them, then what differs."""
        paper = material.block(self._context.metadata.title)
        asked = "\n\n".join(filter(None, (paper, *blocks, self._terms, task)))
        return [Message("system", material.system("summary.system")), Message("user", asked)]

    def kept(self, messages: list[Message]) -> str | None:
        """The answer to these messages that a killed run of the same job has paid for already."""
        return self._context.tools.notes.get(self._context.paper, self._digest(messages))

    def keep(self, messages: list[Message], answer: str) -> None:
        """Keeps an answer for a run of the same job that takes this one up."""
        self._context.tools.notes.put(self._context.paper, self._digest(messages), answer)

    def _digest(self, messages: list[Message]) -> str:
        # A job that is taken up has begun when it began; another revision asks anew.
        begun = self._context.card.provenance.created_at.isoformat()
        told = [begun, self._context.job.key.digest(), *(message.content for message in messages)]
        return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()

    def _known(self) -> list[Term]:
        metadata, tools = self._context.metadata, self._context.tools
        return known([metadata.title, metadata.abstract], tools.terms, self._context.language)

    def _whole_room(self) -> int:
        provider = self.model.provider
        frame = min(FRAME_TOKENS, provider.context_tokens // FRAME_SHARE)
        system = estimate_tokens(fill("summary.system")) + estimate_tokens(fill("notes.legend"))
        return prompt_room(provider, answer_tokens(self.model)) - frame - system
