"""PDFs from the reader's disk or another site, dropped into the panel."""

from __future__ import annotations

from flask import Response, request
from pydantic import Field

from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.query import Query
from papergloss.web.wire import ProblemDocument, UploadAnswer

api = blueprint("uploads", "PDFs that are not arXiv's")
CHUNK_BYTES = 256 * 1024


class UploadQuery(Query):
    """What the file is called where it comes from."""

    name: str = Field("", max_length=255)


@api.post("/uploads", responses={200: UploadAnswer, 413: ProblemDocument, 415: ProblemDocument})
def upload(query: UploadQuery) -> Response:
    """Keeps a PDF (the body, application/pdf) and says under which key it can be glossed."""
    chunks = iter(lambda: request.stream.read(CHUNK_BYTES), b"")
    return answer(UploadAnswer(paper=backend().asking.upload(chunks, query.name)))
