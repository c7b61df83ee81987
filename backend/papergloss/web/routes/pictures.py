"""Pictures of figures and of the passages behind claims."""

from __future__ import annotations

from typing import Any

from flask import Response
from pydantic import Field

from papergloss.gloss.card import FigureKind, Wire
from papergloss.web.backend import backend
from papergloss.web.blueprint import blueprint
from papergloss.web.query import Query
from papergloss.web.wire import ProblemDocument

api = blueprint("pictures", "Figures and evidence")
WEBP: dict[Any, Any] = {
    200: {"description": "The picture", "content": {"image/webp": {"schema": {"type": "string"}}}},
    404: ProblemDocument,
}


class FigurePath(Wire):
    """Which figure of which paper."""

    paper: str = Field(max_length=100)
    kind: FigureKind
    number: str = Field(max_length=20)


class FigureQuery(Query):
    """How large the picture is."""

    scale: int = Field(1, ge=1, le=2, description="2 for screens of fine dots, and to look closely.")


class EvidencePath(Wire):
    """Which passage behind which card."""

    card_id: str = Field(max_length=64)
    passage: int = Field(ge=1)


class EvidenceQuery(Query):
    """Of which paper, on a card about several."""

    paper: str | None = Field(None, max_length=100)


@api.get("/papers/<path:paper>/figures/<kind>-<number>.webp", responses={**WEBP, 422: ProblemDocument})
def figure(path: FigurePath, query: FigureQuery) -> Response:
    """The picture of a figure, table or algorithm."""
    return _webp(backend().pictures.figure(path.paper, path.kind, path.number, query.scale))


@api.get("/cards/<card_id>/evidence/<int:passage>.webp", responses=WEBP)
def evidence(path: EvidencePath, query: EvidenceQuery) -> Response:
    """A crop of the page with the passage marked."""
    house = backend()
    return _webp(house.pictures.passage(house.shelf.card(path.card_id), path.passage, query.paper))


def _webp(body: bytes) -> Response:
    return Response(body, mimetype="image/webp")
