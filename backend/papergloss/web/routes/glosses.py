"""Asking for a gloss."""

from __future__ import annotations

from flask import Response

from papergloss.web.asked import answered
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.views import gloss_answer
from papergloss.web.wire import GlossAnswer, GlossRequest, ProblemDocument

api = blueprint("glosses", "Asking for a gloss")


@api.post("/glosses", responses={200: GlossAnswer, 404: ProblemDocument, 409: ProblemDocument})
def gloss(body: GlossRequest) -> Response:
    """The stored card, or the job that makes it; equal requests share one job."""
    house = backend()
    paper, target = house.asking.target(body.paper)
    key = house.asking.key(paper, body.lang, body.kind, body.engine, body.model)
    found = answered(key, target, regenerate=body.regenerate)
    if found.card is not None:
        house.library.seen(found.card)
    return answer(gloss_answer(found))
