"""Rows of paired clients and of pairing links that are still open."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from papergloss.store.tables import clients, pairings


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A browser extension that holds a token; only the token's hash is kept."""

    id: str
    name: str
    origin: str
    token_hash: str
    paired_at: datetime


COLUMNS = [clients.c[field.name] for field in fields(ClientRow)]
# Built once, since every request asks it.
_WITH_TOKEN = select(*COLUMNS).where(clients.c.token_hash == bindparam("token_hash"))


def everyone(connection: Connection) -> list[ClientRow]:
    """Paired clients, oldest first."""
    return [ClientRow(*row) for row in connection.execute(select(*COLUMNS).order_by(clients.c.paired_at))]


def with_token(connection: Connection, token_hash: str) -> ClientRow | None:
    """The client that holds the token with this hash."""
    row = connection.execute(_WITH_TOKEN, {"token_hash": token_hash}).one_or_none()
    return None if row is None else ClientRow(*row)


def add(connection: Connection, row: ClientRow) -> None:
    """Inserts a client."""
    connection.execute(insert(clients).values({f.name: getattr(row, f.name) for f in fields(ClientRow)}))


def remove(connection: Connection, client_id: str) -> bool:
    """Deletes a client; its token works no more."""
    return connection.execute(delete(clients).where(clients.c.id == client_id)).rowcount == 1


def open_pairing(connection: Connection, secret_hash: str, expires_at: datetime) -> None:
    """Keeps the hash of a one-time secret and forgets those that are too old."""
    connection.execute(delete(pairings).where(pairings.c.expires_at <= datetime.now(UTC)))
    connection.execute(insert(pairings).values(secret_hash=secret_hash, expires_at=expires_at))


def use_pairing(connection: Connection, secret_hash: str) -> bool:
    """Uses a secret up; False where it is unknown, used or too old."""
    known = (pairings.c.secret_hash == secret_hash) & (pairings.c.expires_at > datetime.now(UTC))
    return connection.execute(delete(pairings).where(known)).rowcount == 1
