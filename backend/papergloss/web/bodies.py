"""How large a request may be before the app has seen it: waitress puts the whole body on the disk first."""

from __future__ import annotations

from copy import copy
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

from papergloss.errors import NotPaired
from papergloss.settings.pairing import Pairing
from papergloss.web.security import FILES, bearer

SMALL = 1024 * 1024
"""Of every other request; what security.py allows is less, and answered with a problem document."""


def channel_for(pairing: Pairing) -> type[Any]:
    """Connections that take large files to the addresses that want them, from who holds a token."""

    class Parser(HTTPRequestParser):  # type: ignore[misc]
        adj: Any

        def parse_header(self, header_plus: bytes) -> None:
            super().parse_header(header_plus)
            most = FILES.get(self.path)
            if most is not None and _is_paired(pairing, self.headers.get("AUTHORIZATION", "")):
                self.adj = copy(self.adj)
                # Of a larger one the app says so itself, in an answer that a browser lets the extension read.
                self.adj.max_request_body_size = most + SMALL

    class Channel(HTTPChannel):  # type: ignore[misc]
        parser_class = Parser

    return Channel


def _is_paired(pairing: Pairing, authorization: str) -> bool:
    token = bearer(authorization)
    if token is None:
        return False
    try:
        pairing.client(token)
    except NotPaired:
        return False
    return True
