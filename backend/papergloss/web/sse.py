"""Server-sent events from a job's log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from flask import Response, request

from papergloss.jobs.record import EventRow

HEARTBEAT_SECONDS = 5.0
"""A silent generator is not told that its reader has gone; proxies and browsers drop silent streams."""


def respond(events: Iterator[Sequence[EventRow]]) -> Response:
    """The stream of a job's events, those that come together in one piece; none are a moment without one."""
    gone: Callable[[], Any] = request.environ.get("waitress.client_disconnected", lambda: False)
    response = Response(_stream(events, gone), mimetype="text/event-stream")
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _stream(events: Iterator[Sequence[EventRow]], gone: Callable[[], Any]) -> Iterator[str]:
    sent_at = time.monotonic()
    yield ": open\n\n"
    for rows in events:
        if rows:
            yield "".join(f"id: {row.seq}\nevent: {row.type}\ndata: {row.body}\n\n" for row in rows)
            sent_at = time.monotonic()
        elif gone():
            return
        elif time.monotonic() - sent_at >= HEARTBEAT_SECONDS:
            yield ": still here\n\n"
            sent_at = time.monotonic()
