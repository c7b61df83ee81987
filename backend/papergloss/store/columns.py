"""What every table shares: the catalogue of tables, and moments in UTC."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, DateTime, Dialect, MetaData, TypeDecorator, func, select

METADATA = MetaData()


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Drops the zone after moving to UTC."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Puts UTC back."""
        return value.replace(tzinfo=UTC) if value else None


def plain(connection: Connection, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
    """The driver's own rows, as tuples.

    Without SQLAlchemy's way round: what is read so is read anew at every key that is typed.
    """
    cursor = connection.connection.cursor()
    try:
        rows: list[Any] = cursor.execute(sql, parameters).fetchall()
        return rows
    finally:
        cursor.close()


AMONG = "IN (SELECT value FROM json_each(?))"
"""One parameter for any number of values: SQLite takes 32,766 parameters at most."""


def among(column: ColumnElement[Any], values: Collection[int | str]) -> ColumnElement[bool]:
    """Whether a column has one of many values."""
    each = func.json_each(as_json(values)).table_valued("value")
    return column.in_(select(each.c.value))


def as_json(values: Collection[int | str]) -> str:
    """The parameter of `AMONG`."""
    return json.dumps(list(values))
