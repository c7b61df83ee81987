"""Files out of the library and into it."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Response, request

from papergloss.errors import BadInput
from papergloss.export.formats import FORMATS, pieces
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.library_files_views import import_answer
from papergloss.web.library_files_wire import ExportQuery, ImportAnswer, ImportQuery
from papergloss.web.spool import spooled
from papergloss.web.wire import ProblemDocument

api = blueprint("library files", "The library: export and import")
BINARY = {"schema": {"type": "string", "format": "binary"}}
FILE = {"description": "The file", "content": {form.media_type: BINARY for form in FORMATS.values()}}


@api.get("/library/export", responses={200: FILE, 404: ProblemDocument})
def export(query: ExportQuery) -> Response:
    """Papers as a file, written while it is sent."""
    if query.ids is not None and (query.q or query.collection is not None):
        raise BadInput("Give either `ids` or `q` and `collection`.")
    form = FORMATS[query.format]
    chosen = query.q if query.ids is None else query.ids
    records = backend().library.exporting.records(chosen, collection=query.collection, whole=form.whole)
    made = Response(pieces(form, records), mimetype=form.media_type)
    name = f"papergloss-{datetime.now(UTC):%Y-%m-%d}.{form.suffix}"
    made.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return made


@api.post("/library/import", responses={200: ImportAnswer, 413: ProblemDocument, 415: ProblemDocument})
def import_file(query: ImportQuery) -> Response:
    """Imports a file, or says what importing it would do."""
    importing = backend().library.importing
    with spooled(request.stream) as file:
        report = (importing.preview if query.preview else importing.run)(file, query.format)
    return answer(import_answer(report))
