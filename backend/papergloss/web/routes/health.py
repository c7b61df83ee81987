"""Is it running, and does it fit? Nothing else is told without a token."""

from __future__ import annotations

from flask import Response

from papergloss import __version__
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.wire import Health

api = blueprint("health", "Is it running?", public=True)


@api.get("/health", responses={200: Health})
def health() -> Response:
    """Name and version."""
    return answer(Health(version=__version__))
