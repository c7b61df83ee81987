"""Makes the Flask app."""

from __future__ import annotations

from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI

from papergloss import __version__
from papergloss.jobs.assembly import Backend
from papergloss.web import headers, pair_page, problems
from papergloss.web.api_document import document
from papergloss.web.backend import attach
from papergloss.web.routes import BLUEPRINTS
from papergloss.web.security import guard
from papergloss.web.wire import ProblemDocument


def bare_app() -> OpenAPI:
    """The app with its routes and without anything behind them: enough for the API document."""
    app = OpenAPI(
        __name__,
        static_folder=None,
        info=Info(title="PaperGloss", version=__version__),
        security_schemes={"token": {"type": "http", "scheme": "bearer"}},
        doc_ui=False,
        validation_error_model=ProblemDocument,
        validation_error_callback=problems.invalid,
    )
    for blueprint in BLUEPRINTS:
        app.register_api(blueprint)
    app.add_url_rule("/pair", "pair_page", pair_page.respond, methods=["GET"])
    app.add_url_rule("/openapi", "openapi", lambda: document(app), methods=["GET"])
    return app


def create_app(backend: Backend) -> OpenAPI:
    """The app that answers from `backend`."""
    app = bare_app()
    attach(app, backend)
    headers.register(app)
    problems.register(app)
    guard(app, backend.config, backend.pairing)
    return app
