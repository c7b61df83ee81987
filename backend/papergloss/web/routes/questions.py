"""Asking about papers."""

from __future__ import annotations

from flask import Response
from pydantic import Field

from papergloss.errors import BadInput
from papergloss.gloss.card import Wire
from papergloss.gloss.languages import language
from papergloss.gloss.question import NamedPaper
from papergloss.gloss.questions.asked import Asked, AskedPaper
from papergloss.gloss.questions.suggesting import comparing, suggestions
from papergloss.library.questions import Kept, papers_of
from papergloss.web.asked import answered
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.question_wire import (
    QuestionList,
    QuestionRequest,
    RunningQuestion,
    SeveralQuery,
    kept_question,
)
from papergloss.web.running_questions import running_about
from papergloss.web.views import gloss_answer
from papergloss.web.wire import GlossAnswer, ProblemDocument

api = blueprint("questions", "Asking about papers")
FEWEST = 2
"""Papers that can be compared."""


class CardPath(Wire):
    """Which card."""

    card_id: str = Field(max_length=64)


@api.post("/questions", responses={200: GlossAnswer, 404: ProblemDocument, 409: ProblemDocument})
def ask(body: QuestionRequest) -> Response:
    """The stored answer, or the job that makes it; equal questions share one job.

    The answer is kept in the library when it is there.
    """
    house = backend()
    papers, names = _papers(body)
    earlier = house.library.questions.earlier(body.follows, names) if body.follows else []
    asked = Asked(question=body.question, follows=body.follows, earlier=earlier, papers=papers)
    key, target = house.asking.question(asked, body.paper, body.lang, body.engine)
    found = answered(key, target, regenerate=body.regenerate)
    if found.card is not None:
        house.library.questions.keep(found.card)
    return answer(gloss_answer(found))


@api.get("/questions", responses={200: QuestionList, 404: ProblemDocument})
def about_several(query: SeveralQuery) -> Response:
    """What was asked about these papers together, and what else may be asked."""
    house = backend()
    lang = _lang(query.lang)
    papers = house.library.questions.compared(query.paper, lang)
    running = running_about(house.jobs.jobs(), set(query.paper))
    kept = house.library.questions.of_papers(*query.paper)
    named = [NamedPaper(paper=one.paper, title=one.title) for one in papers]
    return answer(_listed(named, running, kept, comparing(lang, [one.answer.question.text for one in kept])))


@api.get("/cards/<card_id>/questions", responses={200: QuestionList, 404: ProblemDocument})
def questions(path: CardPath) -> Response:
    """What was asked about a card's paper, and what else may be asked."""
    house = backend()
    card = house.shelf.card(path.card_id)
    # In this order: one that ends between the two looks is seen by the second.
    running = running_about(house.jobs.jobs(), papers_of(card))
    kept = house.library.questions.of_papers(*papers_of(card))
    return answer(_listed([], running, kept, suggestions(card, [one.answer.question.text for one in kept])))


def _papers(body: QuestionRequest) -> tuple[list[AskedPaper], set[str]]:
    """Several papers as they are asked about, none for a single one; what the library calls them all.

    Raises:
        BadInput: neither one paper nor two or more are named, or both.
        NotFound: one of several is not in the library.
    """
    house = backend()
    if body.paper is not None and not body.papers:
        name, target = house.asking.target(body.paper)
        return [], {target.arxiv_id.id if target.arxiv_id else name}
    if body.paper is not None or len(set(body.papers)) < FEWEST:
        raise BadInput("Name one paper, or two to five of the library.")
    return house.library.questions.compared(body.papers, _lang(body.lang)), set(body.papers)


def _lang(asked: str | None) -> str:
    return language(asked).code if asked else backend().reader.lang()


def _listed(
    papers: list[NamedPaper], running: RunningQuestion | None, kept: list[Kept], suggested: list[str]
) -> QuestionList:
    questions = [kept_question(one) for one in kept]
    return QuestionList(papers=papers, questions=questions, running=running, suggestions=suggested)
