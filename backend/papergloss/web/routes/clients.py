"""The browsers that are paired: listed, and their tokens taken away."""

from __future__ import annotations

from flask import Response, g
from pydantic import Field

from papergloss.errors import NotFound
from papergloss.gloss.card import Wire
from papergloss.web.backend import backend
from papergloss.web.blueprint import answer, blueprint
from papergloss.web.settings_wire import ClientList, ClientView
from papergloss.web.wire import ProblemDocument

api = blueprint("clients", "Paired browsers")


class ClientPath(Wire):
    """Which browser."""

    client_id: str = Field(max_length=64)


@api.get("/clients", responses={200: ClientList})
def clients() -> Response:
    """Every paired browser, the first one first."""
    return answer(
        ClientList(
            clients=[
                ClientView(
                    id=one.id,
                    name=one.name,
                    origin=one.origin,
                    paired_at=one.paired_at,
                    current=one.id == g.client_id,
                )
                for one in backend().pairing.clients()
            ]
        )
    )


@api.delete("/clients/<client_id>", responses={204: None, 404: ProblemDocument})
def remove(path: ClientPath) -> tuple[str, int]:
    """Takes a browser's token away; it must be paired again to be answered."""
    if not backend().pairing.remove(path.client_id):
        raise NotFound("No such browser is paired.")
    return "", 204
