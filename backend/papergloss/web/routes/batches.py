"""Many papers at once."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response, request
from pydantic import Field

from papergloss.arxiv.identifier import ArxivId
from papergloss.errors import BadInput
from papergloss.gloss.card import Wire
from papergloss.jobs.assembly import Backend
from papergloss.jobs.batches import Item
from papergloss.jobs.record import EventRow
from papergloss.web import sse
from papergloss.web.asked import require_consent
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.views import batch_item, batch_view
from papergloss.web.wire import BatchList, BatchQuery, BatchRequest, BatchView, ProblemDocument

api = blueprint("batches", "Many papers at once")


class BatchPath(Wire):
    """Which batch."""

    batch_id: str = Field(max_length=64)


@api.post("/batches", responses={200: BatchView, 409: ProblemDocument})
def start(body: BatchRequest) -> Response:
    """A new batch, or the running one that asks for the same."""
    house = backend()
    papers = [ArxivId.parse(paper) for paper in body.papers]
    key = house.asking.key("", body.lang, body.kind, body.engine)
    require_consent(key)
    return answer(batch_view(house.batches.submit(papers, key, body.label)))


@api.get("/batches", responses={200: BatchList})
def batches(query: BatchQuery) -> Response:
    """The newest batches: of all, or with one label, as a page asks that was left and opened again."""
    found = backend().batches.batches(query.label)
    return answer(BatchList(batches=[batch_view(batch) for batch in found]))


@api.get("/batches/<batch_id>", responses={200: BatchView, 404: ProblemDocument})
def batch(path: BatchPath) -> Response:
    """One batch."""
    return answer(batch_view(backend().batches.batch(path.batch_id)))


@api.delete("/batches/<batch_id>", responses={204: None, 404: ProblemDocument})
def cancel(path: BatchPath) -> tuple[str, int]:
    """Cancels a batch; what is finished stays, and `resume` goes on with the rest."""
    backend().batches.cancel(path.batch_id)
    return "", 204


@api.post("/batches/<batch_id>/resume", responses={200: BatchView, 404: ProblemDocument})
def resume(path: BatchPath) -> Response:
    """Goes on with a cancelled or stopped batch, and with its papers that failed."""
    return answer(batch_view(backend().batches.resume(path.batch_id)))


@api.get(
    "/batches/<batch_id>/events",
    responses={
        200: {
            "description": "Server-sent events `item`, the data of each is a BatchItem; `end` is the last",
            "content": {"text/event-stream": {"schema": {"$ref": "#/components/schemas/BatchItem"}}},
        },
        404: ProblemDocument,
    },
)
def events(path: BatchPath) -> Response:
    """The papers as they end, numbered; Last-Event-ID resumes behind that number."""
    sent = request.headers.get("Last-Event-ID", "0")
    if not sent.isascii() or not sent.isdecimal():
        raise BadInput("Last-Event-ID is not a number.")
    after = int(sent[:15])
    house = backend()
    return sse.respond(_rows(house, path.batch_id, after, house.batches.ends(path.batch_id, after)))


def _rows(house: Backend, batch_id: str, after: int, ends: Iterator[Item | None]) -> Iterator[list[EventRow]]:
    brief = house.batches.batch(batch_id).kind == "brief"
    for item in ends:
        if item is None:
            yield []
            continue
        after = item.seq
        card = house.shelf.card(item.card_id) if brief and item.card_id else None
        yield [EventRow(after, "item", None, batch_item(item, card).model_dump_json())]
    view = batch_view(house.batches.batch(batch_id))
    if view.state != "running":
        yield [EventRow(after, "end", None, view.model_dump_json())]
