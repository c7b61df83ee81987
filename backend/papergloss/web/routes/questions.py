"""Asking about papers."""

from __future__ import annotations

from flask import Response
from pydantic import Field

from papergloss.gloss.card import Wire
from papergloss.gloss.questions.asked import Asked
from papergloss.gloss.questions.suggesting import suggestions
from papergloss.library.questions import paper_of
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.question_wire import QuestionList, QuestionRequest, kept_question
from papergloss.web.views import gloss_answer
from papergloss.web.wire import GlossAnswer, ProblemDocument

api = blueprint("questions", "Asking about papers")


class CardPath(Wire):
    """Which card."""

    card_id: str = Field(max_length=64)


@api.post("/questions", responses={200: GlossAnswer, 404: ProblemDocument, 409: ProblemDocument})
def ask(body: QuestionRequest) -> Response:
    """The stored answer, or the job that makes it; equal questions share one job.

    The answer is kept in the library when it is there.
    """
    house = backend()
    name, target = house.asking.target(body.paper)
    paper = target.arxiv_id.id if target.arxiv_id else name
    earlier = house.library.questions.earlier(body.follows, paper) if body.follows else []
    asked = Asked(question=body.question, follows=body.follows, earlier=earlier)
    key, target = house.asking.question(asked, body.paper, body.lang, body.engine)
    found = None if body.regenerate else house.jobs.find(key)
    if found is None:
        if key.engine == "openai":
            house.provider.require_consent(house.provider.needed())
        found = house.jobs.submit(key, target, regenerate=body.regenerate)
    if found.card is not None:
        house.library.questions.keep(found.card)
    return answer(gloss_answer(found))


@api.get("/cards/<card_id>/questions", responses={200: QuestionList, 404: ProblemDocument})
def questions(path: CardPath) -> Response:
    """What was asked about a card's paper, and what else may be asked."""
    house = backend()
    card = house.shelf.card(path.card_id)
    kept = house.library.questions.of_paper(paper_of(card))
    asked = [one.answer.question.text for one in kept]
    return answer(
        QuestionList(questions=[kept_question(one) for one in kept], suggestions=suggestions(card, asked))
    )
