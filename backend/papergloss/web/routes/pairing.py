"""Pairing a browser: the exchange of the secret for a token."""

from __future__ import annotations

from flask import Response, request

from papergloss import __version__
from papergloss.web.backend import attempts, backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.wire import PairAnswer, PairRequest, ProblemDocument

api = blueprint("pairing", "Pairing a browser", public=True)


@api.post("/pair", responses={200: PairAnswer, 410: ProblemDocument, 429: ProblemDocument})
def pair(body: PairRequest) -> Response:
    """Changes the one-time secret into a token that is bound to the caller's Origin."""
    attempts().count()
    token = backend().pairing.pair(body.secret, request.headers.get("Origin", ""), body.client)
    return answer(PairAnswer(token=token, version=__version__))
