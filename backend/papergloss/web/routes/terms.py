"""The reader's own list of terms."""

from __future__ import annotations

from flask import Response
from pydantic import Field

from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.query import Query
from papergloss.web.settings_wire import TermList
from papergloss.web.wire import ProblemDocument

api = blueprint("terms", "The reader's own terms")


class TermsQuery(Query):
    """Whose list; without it the reader's language."""

    lang: str | None = Field(None, max_length=35)


@api.get("/terms", responses={200: TermList, 422: ProblemDocument})
def terms(query: TermsQuery) -> Response:
    """The reader's list for a language."""
    lang = query.lang or backend().reader.lang()
    return answer(TermList(lang=lang, terms=backend().terms.of(lang)))


@api.put("/terms", responses={200: TermList, 422: ProblemDocument})
def set_terms(body: TermList) -> Response:
    """Replaces the list of a language; cards made from now on keep to it."""
    return answer(TermList(lang=body.lang, terms=backend().terms.replace(body.lang, body.terms)))
