"""Asking about what is selected on a page."""

from __future__ import annotations

from flask import Response

from papergloss.gloss.card import Wire
from papergloss.gloss.selection.asked import Asked
from papergloss.web.asked import answered
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.library_views import saying
from papergloss.web.library_wire import Saying
from papergloss.web.views import gloss_answer
from papergloss.web.wire import GlossAnswer, ProblemDocument, SelectionRequest

api = blueprint("selections", "Asking about a selection")


class SelectionPath(Wire):
    """Which selection's card."""

    card_id: str


@api.post("/selections", responses={200: GlossAnswer, 404: ProblemDocument, 409: ProblemDocument})
def ask(body: SelectionRequest) -> Response:
    """The stored answer, or the job that makes it; equal selections share one job."""
    asked = Asked.model_validate(body.model_dump(include=set(Asked.model_fields)))
    key, target = backend().asking.selection(asked, body.paper, body.lang, body.engine)
    return answer(gloss_answer(answered(key, target, regenerate=body.regenerate)))


@api.post("/selections/<card_id>/keep", responses={200: Saying, 404: ProblemDocument})
def keep(path: SelectionPath) -> Response:
    """Keeps the answer with its paper, in the library; twice is once."""
    house = backend()
    return answer(saying(house.library.sayings.keep(house.shelf.card(path.card_id))))
