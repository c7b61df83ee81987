"""Saved cards."""

from __future__ import annotations

from flask import Response
from pydantic import Field

from papergloss.errors import NotFound
from papergloss.export.bibtex import metadata_to_bibtex
from papergloss.export.deep_page import deep_page
from papergloss.export.markdown import card_to_markdown
from papergloss.gloss.card import Card, Wire
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.views import card_entry
from papergloss.web.wire import CardList, CorrectionRequest, PageQuery, ProblemDocument

api = blueprint("cards", "Saved papers")


class CardPath(Wire):
    """Which card."""

    card_id: str = Field(max_length=64)


@api.get("/cards", responses={200: CardList})
def cards(query: PageQuery) -> Response:
    """Saved papers, newest first."""
    entries, total = backend().shelf.page(query.offset, query.limit)
    return answer(CardList(cards=[card_entry(entry) for entry in entries], total=total))


@api.get("/cards/<card_id>", responses={200: Card, 404: ProblemDocument})
def card(path: CardPath) -> Response:
    """A saved card."""
    return Response(backend().shelf.json(path.card_id), mimetype="application/json")


@api.get(
    "/cards/<card_id>/markdown",
    responses={
        200: {"description": "Markdown", "content": {"text/markdown": {"schema": {"type": "string"}}}},
        404: ProblemDocument,
    },
)
def markdown(path: CardPath) -> Response:
    """The card as Markdown, headings in the reader's language."""
    return Response(card_to_markdown(backend().shelf.card(path.card_id)), mimetype="text/markdown")


@api.get(
    "/cards/<card_id>/page",
    responses={
        200: {"description": "HTML", "content": {"text/html": {"schema": {"type": "string"}}}},
        422: ProblemDocument,
        404: ProblemDocument,
    },
)
def page(path: CardPath) -> Response:
    """A deep read as one page that needs nothing else, to be saved; its figures are in it."""
    house = backend()
    card = house.shelf.card(path.card_id)
    saved = Response(deep_page(card, house.pictures.of_card(card)), mimetype="text/html")
    saved.headers["Content-Disposition"] = "attachment"
    return saved


@api.get(
    "/cards/<card_id>/bibtex",
    responses={
        200: {"description": "BibTeX", "content": {"application/x-bibtex": {"schema": {"type": "string"}}}},
        404: ProblemDocument,
    },
)
def bibtex(path: CardPath) -> Response:
    """The paper as a BibTeX entry, from arXiv's metadata alone."""
    card = backend().shelf.card(path.card_id)
    if card.metadata is None:
        raise NotFound("This card has no metadata to cite.")
    key = backend().library.exporting.cite_key(card.metadata.arxiv_id or card.key.paper)
    return Response(metadata_to_bibtex(card.metadata, key), mimetype="application/x-bibtex")


@api.put("/cards/<card_id>/corrections", responses={200: Card, 404: ProblemDocument})
def correct(path: CardPath, body: CorrectionRequest) -> Response:
    """Keeps the reader's correction of one place, or takes it back; answers with the whole card."""
    return answer(backend().shelf.correct(path.card_id, body.part, body.text, body.wrong_evidence))


@api.delete("/cards/<card_id>", responses={204: None, 404: ProblemDocument})
def remove(path: CardPath) -> tuple[str, int]:
    """Deletes a saved card and the jobs that made it."""
    backend().shelf.remove(path.card_id)
    return "", 204
