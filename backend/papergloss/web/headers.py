"""What every answer carries, and the one line that is logged for it."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request
from flask_cors import CORS

_log = logging.getLogger("papergloss.web")

EXTENSIONS = [r"^chrome-extension://[a-zA-Z0-9-]+$", r"^moz-extension://[a-zA-Z0-9-]+$"]
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def register(app: Flask) -> None:
    """Adds the headers, CORS for extensions only, and the log line."""
    CORS(
        app,
        origins=EXTENSIONS,
        methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "Last-Event-ID"],
        max_age=600,
    )
    app.before_request(_note_time)
    app.after_request(_finish)


def _note_time() -> None:
    g.started = time.monotonic()


def _finish(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    milliseconds = (time.monotonic() - g.started) * 1000 if "started" in g else 0
    # The rule, not the path: ids and queries stay out of the log.
    rule = request.url_rule.rule if request.url_rule else "-"
    _log.info("%s %s %d %.0f ms", request.method, rule, response.status_code, milliseconds)
    return response
