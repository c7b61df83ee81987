"""Who may talk to the backend. Every request passes here before anything else looks at it."""

from __future__ import annotations

from flask import Flask, g, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from papergloss.config import Config
from papergloss.errors import HostRefused, NotPaired, OriginRefused
from papergloss.library.importing.service import IMPORT_BYTES
from papergloss.pdf.limits import DEFAULT as LIMITS
from papergloss.settings.pairing import Pairing, is_extension

BODY_BYTES = 64 * 1024
"""The largest request is a gloss request of less than 1 KB."""
UPLOAD = "uploads.upload"
"""The one request that carries a PDF; what it writes to the disk is counted there too."""
IMPORT = "library files.import_file"
"""The one request that carries a file of another program, of any type."""
LIBRARY_BODY_BYTES = 256 * 1024
"""A change of 1,000 papers names each in up to 71 characters."""
CARRIED = {UPLOAD: "application/pdf", IMPORT: "application/octet-stream"}
"""What is not JSON."""
FILES = {"/api/v1/uploads": LIMITS.file_bytes, "/api/v1/library/import": IMPORT_BYTES}
"""Where these are sent, and the most bytes of each."""
PUBLIC = frozenset({"health.health", "pairing.pair", "pair_page"})
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def guard(app: Flask, config: Config, pairing: Pairing) -> None:
    """Refuses what has the wrong host, origin, token, size or type."""
    guard_host(app, config)

    @app.before_request
    def check() -> None:
        _check_size()
        if request.method == "OPTIONS":
            _check_preflight()
        elif request.endpoint not in PUBLIC:
            _check_token(pairing)
        _check_type()


def guard_host(app: Flask, config: Config) -> None:
    """Refuses what has the wrong host."""
    hosts = frozenset(f"{name}:{config.port}" for name in (*LOOPBACK, config.host))
    app.before_request(lambda: _check_host(hosts))


def _check_host(hosts: frozenset[str]) -> None:
    """A page whose name was made to point here (DNS rebinding) sends its own name."""
    if request.headers.get("Host", "").lower() not in hosts:
        raise HostRefused


def _most_bytes() -> int:
    small = LIBRARY_BODY_BYTES if request.path.startswith("/api/v1/library/") else BODY_BYTES
    return FILES.get(request.path, small)


def _check_size() -> None:
    if (request.content_length or 0) > _most_bytes():
        raise RequestEntityTooLarge


def _check_preflight() -> None:
    if not is_extension(request.headers.get("Origin", "")):
        raise OriginRefused


def _check_token(pairing: Pairing) -> None:
    token = bearer(request.headers.get("Authorization", ""))
    if token is None:
        raise NotPaired
    client = pairing.client(token)
    origin = request.headers.get("Origin")
    if origin is not None and origin != client.origin:
        raise OriginRefused
    g.client_id = client.id


def bearer(authorization: str) -> str | None:
    """The token in an Authorization header; None where there is none."""
    scheme, _, token = authorization.partition(" ")
    return token if scheme.lower() == "bearer" and token else None


def _check_type() -> None:
    wanted = CARRIED.get(request.endpoint or "", "application/json")
    if request.content_length and request.mimetype != wanted:
        raise UnsupportedMediaType
