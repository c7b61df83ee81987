"""The paper that a question is about, in the form in which it is sent."""

from __future__ import annotations

from papergloss.gloss.card import Coverage
from papergloss.gloss.claim import Evidence
from papergloss.gloss.compression.material import whole
from papergloss.gloss.context import Context
from papergloss.gloss.evidence.examiner import Examiner
from papergloss.gloss.question import Question
from papergloss.gloss.questions.finding import Finder
from papergloss.gloss.questions.retrieval import relevant
from papergloss.gloss.stages.summary import material_of

MOST_NEAREST = 3


class OnePaper:
    """Whole where it fits. Its system text and its block are those of the card: providers keep them."""

    task = "question.task"

    def __init__(self, context: Context) -> None:
        """Raises Skipped where there is neither a text nor an abstract."""
        document, self._source = material_of(context)
        metadata = context.metadata
        self._read = context.document
        self._document = document
        self._title = metadata.title
        self._material = whole(document)
        self.examiner = Examiner(
            document,
            known=[metadata.title, metadata.abstract, *metadata.authors],
            latin_script="latin" in context.language.scripts,
        )

    def fit(self, room: int, question: str) -> None:
        """Takes what the question needs most where the whole does not fit."""
        paper = whole(self._document)
        self._material = paper if paper.tokens <= room else relevant(self._document, question, room)

    @property
    def tokens(self) -> int:
        """What the block takes in a prompt, estimated."""
        return self._material.tokens

    def system(self) -> str:
        """The system text."""
        return self._material.system("summary.system")

    def block(self) -> str:
        """The paper for the prompt."""
        return self._material.block(self._title)

    def nearest(self, question: str, most: int = MOST_NEAREST) -> list[Evidence]:
        """The passages that share most with a question, marked as found by a search."""
        return self.examiner.found(question, Finder(self._document).find(question)[:most])

    def named(self, question: Question) -> Question:
        """The answer as it is: its evidence is of this paper."""
        return question

    def coverage(self) -> Coverage:
        """How much of the paper was sent."""
        return self._material.coverage(self._source, self._read)
