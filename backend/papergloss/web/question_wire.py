"""Requests and answers about questions to papers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from papergloss.gloss.card import Coverage, Wire
from papergloss.gloss.question import NamedPaper, Question
from papergloss.library.questions import Kept
from papergloss.web.query import Query
from papergloss.web.wire import JobView


class QuestionRequest(Wire):
    """`POST /api/v1/questions`."""

    paper: str | None = Field(None, min_length=1, max_length=500, description="as for a gloss")
    papers: list[Annotated[str, Field(min_length=1, max_length=100)]] = Field(
        default_factory=list, max_length=5, description="in place of `paper`: two to five of the library"
    )
    question: str = Field(min_length=1)
    follows: str | None = Field(
        None, max_length=64, description="id of the card with the question that this one goes on from"
    )
    lang: str | None = None
    engine: Literal["openai", "local", "extractive"] | None = None
    regenerate: bool = Field(False, description="ask the model again although an answer is stored")


class SeveralQuery(Query):
    """`GET /api/v1/questions`."""

    paper: list[Annotated[str, Field(min_length=1, max_length=100)]] = Field(
        min_length=2, max_length=5, description="of the library"
    )
    lang: str | None = Field(None, max_length=20, description="of the suggestions")


class KeptQuestion(Wire):
    """A question in the library; `id` is that of the saying, by which it is deleted."""

    id: str
    card_id: str = Field(description="the card that shows its passages on the page")
    lang: str
    engine: str
    model: str
    created_at: datetime
    question: Question
    coverage: Coverage | None


class RunningQuestion(Wire):
    """A question that is being answered, whoever asked it; its answer comes as the job's events."""

    job: JobView
    question: str
    follows: str | None = Field(description="as in the request")


class QuestionList(Wire):
    """`GET /api/v1/cards/{card_id}/questions`, `GET /api/v1/questions`."""

    papers: list[NamedPaper] = Field(description="where they are several")
    questions: list[KeptQuestion] = Field(description="about the card's paper or these papers, oldest first")
    running: RunningQuestion | None = Field(description="the one that was asked last")
    suggestions: list[str] = Field(description="what else may be asked, in the reader's language")


def kept_question(kept: Kept) -> KeptQuestion:
    """A question of the library."""
    row, answer = kept.row, kept.answer
    return KeptQuestion(
        id=row.id,
        card_id=answer.card_id,
        lang=row.lang,
        engine=row.engine,
        model=row.model,
        created_at=row.created_at,
        question=answer.question,
        coverage=answer.coverage,
    )
