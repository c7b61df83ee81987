"""What an evaluation says, as it is written to its JSON file; docs/evaluation.md explains each field."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Literal, Self

from pydantic import Field

from papergloss.gloss.card import Problem, Wire

SCHEMA = 1
"""Raised when a field changes its meaning; a file of another number is not taken up."""

SentenceState = Literal["ok", "dropped", "merged", "untranslated", "harmed"]


class SentenceResult(Wire):
    """One sentence of the abstract (0 is the title) and what became of it."""

    n: int
    source: str
    target: str | None
    state: SentenceState
    reason: str | None = Field(None, description="what is wrong with a sentence that is `harmed`")


class Kept(Wire):
    """How many of the source's numbers or terms stand in the translation."""

    stated: int = 0
    kept: int = 0
    lost: list[str] = Field(default_factory=list)

    def __add__(self, other: Kept) -> Kept:
        """Both together."""
        return Kept(
            stated=self.stated + other.stated, kept=self.kept + other.kept, lost=[*self.lost, *other.lost]
        )


class Likeness(Wire):
    """chrF against a reference translation, over the sentences that the reference has."""

    score: float = Field(description="0 to 100")
    sentences: int = Field(description="sentences compared")
    signature: str = Field(description="sacrebleu's own, with its version")


class Cost(Wire):
    """Tokens and money."""

    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    amount: float | None = Field(None, description="None where the model's price is not known")
    currency: str = "USD"
    estimated: bool = False


class Speed(Wire):
    """Seconds from the question; None where an earlier run had begun the card."""

    first_word: float | None = Field(None, description="until the first word of the translation")
    card: float | None = Field(None, description="until the whole card")


class PaperResult(Wire):
    """One paper."""

    paper: str
    title: str = ""
    sentences: list[SentenceResult] = Field(default_factory=list)
    added: list[str] = Field(default_factory=list, description="translated sentences without a source")
    numbers: Kept = Kept()
    terms: Kept = Kept()
    claims: dict[str, int] = Field(default_factory=dict, description="claims by the verdict of their check")
    chrf: Likeness | None = None
    cost: Cost | None = None
    speed: Speed = Speed()
    problems: list[Problem] = Field(default_factory=list)

    @property
    def measured(self) -> bool:
        """Whether there was anything to judge."""
        return bool(self.sentences or self.claims)

    @property
    def whole(self) -> bool:
        """Whether nothing of it failed."""
        return self.measured and not self.problems

    def states(self) -> Counter[SentenceState]:
        """Sentences by what became of them, the title not counted."""
        return Counter(sentence.state for sentence in self.sentences if sentence.n > 0)


class Evaluation(Wire):
    """All papers of one model in one language; or cards that others have published."""

    schema_version: int = SCHEMA
    of: str = Field(description="engine and model, or the name of the folder with published cards")
    provider: str | None = Field(None, description="host that received the text")
    lang: str
    prompt_version: str | None = None
    made_at: datetime
    papers: list[PaperResult] = Field(default_factory=list)

    def with_paper(self, result: PaperResult) -> Self:
        """The same with this paper's result in place of an earlier one."""
        others = [paper for paper in self.papers if paper.paper != result.paper]
        return self.model_copy(update={"papers": [*others, result]})
