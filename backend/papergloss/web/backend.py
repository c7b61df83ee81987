"""The parts behind the routes, as the app carries them."""

from __future__ import annotations

from typing import cast

from flask import Flask, current_app

from papergloss.digest.today import Today
from papergloss.jobs.assembly import Backend
from papergloss.web.attempts import Attempts


def attach(app: Flask, backend: Backend) -> None:
    """Gives the app its backend."""
    app.extensions["papergloss"] = backend
    app.extensions["papergloss.attempts"] = Attempts()
    app.extensions["papergloss.today"] = Today(backend)


def backend() -> Backend:
    """The backend of the app that answers now."""
    return cast(Backend, current_app.extensions["papergloss"])


def attempts() -> Attempts:
    """How often pairing has been tried at this app."""
    return cast(Attempts, current_app.extensions["papergloss.attempts"])


def today() -> Today:
    """The day's papers, as this app has shown them."""
    return cast(Today, current_app.extensions["papergloss.today"])
