"""One-time pairing links and the tokens of paired browsers. Only hashes are kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta

from papergloss.errors import NotPaired, OriginRefused, PairingExpired
from papergloss.store import clients
from papergloss.store.clients import ClientRow
from papergloss.store.database import Database

SECRET_BYTES = 24
"""192 bits: cannot be guessed, still a short link."""
LIFETIME = timedelta(minutes=10)
EXTENSION_SCHEMES = ("chrome-extension://", "moz-extension://")


class Pairing:
    """Makes links, turns them into tokens, knows who holds one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def new_secret(self) -> str:
        """A secret that works once, within 10 minutes, also for a server in another process."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        with self._database.write() as connection:
            clients.open_pairing(connection, _hash(secret), datetime.now(UTC) + LIFETIME)
        return secret

    def pair(self, secret: str, origin: str, name: str) -> str:
        """Uses the secret up and returns a token that works from `origin` only.

        Raises:
            OriginRefused: `origin` is not a browser extension's.
            PairingExpired: the secret is unknown, used or too old.
        """
        if not is_extension(origin):
            raise OriginRefused("Only a browser extension can be paired.")
        token = secrets.token_urlsafe(32)
        client = ClientRow(secrets.token_hex(8), name, origin, _hash(token), datetime.now(UTC))
        with self._database.write() as connection:
            if not clients.use_pairing(connection, _hash(secret)):
                raise PairingExpired
            clients.add(connection, client)
        return token

    def client(self, token: str) -> ClientRow:
        """Who holds this token. Raises NotPaired."""
        presented = _hash(token)
        with self._database.read() as connection:
            known = clients.with_token(connection, presented)
        if known is None or not hmac.compare_digest(known.token_hash, presented):
            raise NotPaired
        return known

    def clients(self) -> list[ClientRow]:
        """Everyone who is paired, oldest first."""
        with self._database.read() as connection:
            return clients.everyone(connection)

    def remove(self, client_id: str) -> bool:
        """Takes a client's token away; False where there is no such client."""
        with self._database.write() as connection:
            return clients.remove(connection, client_id)


def is_extension(origin: str) -> bool:
    """Whether an Origin header names a browser extension: its scheme and one plain host."""
    scheme = next((scheme for scheme in EXTENSION_SCHEMES if origin.startswith(scheme)), None)
    if scheme is None or len(origin) > 255:
        return False
    host = origin.removeprefix(scheme)
    return host != "" and all(c.isascii() and (c.isalnum() or c == "-") for c in host)


def _hash(secret: str) -> str:
    """SHA-256 suffices: what is hashed is random and long, so there is nothing to guess."""
    return hashlib.sha256(secret.encode()).hexdigest()
