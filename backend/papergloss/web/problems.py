"""Every error as a problem document (RFC 9457). None repeats what the caller sent."""

from __future__ import annotations

import logging
import re
import traceback

from flask import Flask, Response
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from papergloss.errors import BadInput, Conflict, PaperGlossError
from papergloss.web.library_wire import ConflictDocument
from papergloss.web.wire import ProblemDocument

MEDIA_TYPE = "application/problem+json"
_log = logging.getLogger(__name__)

_HTTP = {
    400: ("The request cannot be read", "Send it again as the API document at /openapi says."),
    404: ("Not found", "Check the address against the API document."),
    405: ("This address does not take that method", "Check the method against the API document."),
    413: ("The request is too large", "Send less at once."),
    415: ("This type of body is not understood", "Send it as the API document at /openapi says."),
    429: ("Too many attempts", "Wait a minute and try again."),
}


def register(app: Flask) -> None:
    """Makes the app answer every error with a problem document."""
    app.register_error_handler(PaperGlossError, ours)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(RecursionError, _too_deep)
    app.register_error_handler(Exception, _unexpected)


def ours(error: PaperGlossError) -> Response:
    """An error that was raised on purpose."""
    if isinstance(error, Conflict):
        both = {"current": error.current, "yours": error.yours}
        return _response(ConflictDocument(**document(error).model_dump(), **both))
    return _response(document(error))


def document(error: PaperGlossError) -> ProblemDocument:
    """An error as it travels."""
    return ProblemDocument(
        type=error.type, title=error.title, status=error.status, detail=error.detail, hint=error.hint
    )


def invalid(error: ValidationError) -> Response:
    """A body or query that does not fit: which fields, and what is wanted, never what was sent."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    known = (
        f"{'.'.join(str(part) for part in fault['loc'][:4]) or 'body'}: {fault['msg']}"
        for fault in faults[:5]
        if fault["type"] != "extra_forbidden"
    )
    unknown = ["unknown fields"] if any(fault["type"] == "extra_forbidden" for fault in faults) else []
    raise BadInput("; ".join([*known, *unknown]) + ".")


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    title, hint = _HTTP.get(status, (error.name, PaperGlossError.default_hint))
    slug = re.sub(r"[^a-z]+", "-", error.name.lower()).strip("-")
    response = _response(
        ProblemDocument(type=slug, title=title, status=status, detail=f"{title}.", hint=hint)
    )
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _too_deep(_: RecursionError) -> Response:
    """Only a body can nest without end."""
    return ours(BadInput("The body is nested too deeply."))


def _unexpected(error: Exception) -> Response:
    # The message may hold a key or the paper's text: only where it happened is logged.
    places = "".join(traceback.format_tb(error.__traceback__))
    _log.error("unexpected %s\n%s", type(error).__name__, places)
    return ours(PaperGlossError())


def _response(problem: ProblemDocument) -> Response:
    return Response(problem.model_dump_json(), status=problem.status, mimetype=MEDIA_TYPE)
