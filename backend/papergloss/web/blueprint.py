"""What all blueprints of the API have in common."""

from __future__ import annotations

from typing import Any

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel

from papergloss.web.wire import ProblemDocument

PREFIX = "/api/v1"


def blueprint(name: str, about: str, *, public: bool = False) -> APIBlueprint:
    """A blueprint under /api/v1 whose routes want the token unless they are `public`."""
    refusals: dict[Any, Any] = {400: ProblemDocument, 403: ProblemDocument, 422: ProblemDocument}
    if not public:
        refusals[401] = ProblemDocument
    return APIBlueprint(
        name,
        __name__,
        url_prefix=PREFIX,
        abp_tags=[Tag(name=name, description=about)],
        abp_security=[] if public else [{"token": []}],
        abp_responses=refusals,
    )


def answer(model: BaseModel) -> Response:
    """A model as the body of an answer."""
    return Response(model.model_dump_json(), mimetype="application/json")
