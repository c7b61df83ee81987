"""What is asked about a paper, with what was asked and answered before it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from pydantic import Field

from papergloss.errors import BadInput
from papergloss.gloss.card import Term
from papergloss.gloss.claim import Wire
from papergloss.gloss.dialogue.blocks import one_line
from papergloss.gloss.question import NamedPaper, Question

LONGEST = 1000
"""Characters of a question."""
MOST_TURNS = 6
"""Earlier questions that a new one may refer to; what is further back is let go."""
MISSING = "NOT IN THE PAPER"
"""What a line of an answer begins with where it tells what the paper does not say."""


class Turn(Wire):
    """An earlier question of the same conversation and its answer, in the form in which models write it."""

    question: str
    answer: str


class Told(Wire):
    """A claim of a paper's card, with the passages that it rests on."""

    text: str
    passages: list[int]


class AskedPaper(Wire):
    """One of several papers that a question compares; `paper` names the version that was read."""

    paper: str
    title: str
    abstract: str
    claims: list[Told] = Field(default_factory=list)


class Asked(Wire):
    """A question; `earlier` is what it may refer to, oldest first.

    `papers` are those of a question about several; one about a single paper has its target.
    """

    question: str = Field(min_length=1)
    follows: str | None = Field(None, description="id of the card with the question before it")
    earlier: list[Turn] = Field(default_factory=list)
    papers: list[AskedPaper] = Field(default_factory=list)

    def require_fitting(self) -> None:
        """Raises BadInput where the question is empty or too long."""
        if not self.question.strip():
            raise BadInput("The question has no text.")
        if len(self.question) > LONGEST:
            raise BadInput(
                f"The question is too long: it has {len(self.question)} characters, {LONGEST} are the most.",
                "Ask in fewer words, or one thing after the other.",
            )

    def digest(self) -> str:
        """What tells one question from another, for the key of its card."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    def blank(self) -> Question:
        """The answer before its first word."""
        papers = [NamedPaper(paper=one.paper, title=one.title) for one in self.papers]
        return Question(text=self.question.strip(), follows=self.follows, papers=papers)

    def words(self, glossary: Sequence[Term]) -> str:
        """What a search goes by: the questions of the conversation, a line each, the newest first.

        Terms of the glossary stand behind a question in the paper's language, too.
        """
        questions = [self.question, *(turn.question for turn in reversed(self.earlier))]
        return "\n".join(_with_terms(one_line(question), glossary) for question in questions)


def _with_terms(question: str, glossary: Sequence[Term]) -> str:
    folded = question.casefold()
    named = [term.source for term in glossary if term.target.casefold() in folded]
    return " ".join([question, *(name for name in named if name.casefold() not in folded)])


def turn_of(question: Question) -> Turn:
    """A question that was answered, for the one that follows."""
    lines = []
    for claim in question.claims:
        # Of several papers, the passages are counted anew with each question.
        cited = [] if question.papers else [evidence.passage for evidence in claim.evidence]
        lines.append(f"- {claim.text} {cited}" if cited else f"- {claim.text}")
    if question.missing:
        line = f"{MISSING}: {question.missing}"
        lines = [line, *lines] if question.answered == "no" else [*lines, line]
    return Turn(question=question.text, answer="\n".join(lines))
