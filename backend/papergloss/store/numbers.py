"""Numbers that are never given twice: what can be taken back names papers, tags and collections by them."""

from __future__ import annotations

from sqlalchemy import Column, Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from papergloss.store.library_tables import numbers


def fresh(connection: Connection, column: Column[int]) -> int:
    """A number that no row of the column's table has or has had."""
    highest = func.coalesce(select(func.max(column)).scalar_subquery(), 0)
    last = numbers.c.last
    statement = (
        insert(numbers)
        .values({"table": column.table.name, "last": highest + 1})
        .on_conflict_do_update(index_elements=["table"], set_={"last": func.max(last, highest) + 1})
    )
    return int(connection.execute(statement.returning(last)).scalar_one())
