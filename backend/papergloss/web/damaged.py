"""What answers while the database is damaged: every call says so and what to do, instead of nobody."""

from __future__ import annotations

from flask import Flask, Response

from papergloss import __version__
from papergloss.config import Config
from papergloss.errors import StoreCorrupt
from papergloss.web import headers, problems
from papergloss.web.blueprint import PREFIX, answer
from papergloss.web.security import guard_host
from papergloss.web.wire import Health


def damaged_app(config: Config, error: StoreCorrupt) -> Flask:
    """An app whose every answer but `health` is the problem: no token can be checked."""
    app = Flask(__name__, static_folder=None)
    headers.register(app)
    problems.register(app)
    guard_host(app, config)
    app.add_url_rule(f"{PREFIX}/health", "health", lambda: answer(Health(version=__version__)))

    def refuse(path: str) -> Response:  # noqa: ARG001 - every path
        raise error

    methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    app.add_url_rule("/<path:path>", "refuse", refuse, methods=methods)
    return app
