"""Rows of what the user set and agreed to."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from papergloss.store.tables import consents, settings

# Built once, since every job asks them.
_SETTING = select(settings.c.value).where(settings.c.name == bindparam("name"))
_CONSENTED = select(consents.c.provider).where(consents.c.provider == bindparam("provider"))


def setting(connection: Connection, name: str) -> str | None:
    """The JSON of a setting or None."""
    return connection.execute(_SETTING, {"name": name}).scalar_one_or_none()


def set_setting(connection: Connection, name: str, value: str | None) -> None:
    """Sets a setting; None removes it."""
    if value is None:
        connection.execute(delete(settings).where(settings.c.name == name))
        return
    statement = insert(settings).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def consented(connection: Connection, provider: str) -> bool:
    """Whether the user has confirmed a provider."""
    return connection.execute(_CONSENTED, {"provider": provider}).one_or_none() is not None


def consent(connection: Connection, provider: str) -> None:
    """Records that the user has confirmed a provider; the first time counts."""
    statement = insert(consents).values(provider=provider, given_at=datetime.now(UTC))
    connection.execute(statement.on_conflict_do_nothing())
