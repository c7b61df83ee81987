"""Rows of model calls: what each has used, and what an open one may still use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from papergloss.store.tables import calls


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call. `reserved` is the most that it may cost, None once it has ended; costs are in `currency`."""

    job_id: str
    at: datetime
    month: str
    stage: str
    provider: str
    model: str
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    estimated: bool
    cost: float | None
    currency: str
    reserved: float | None


@dataclass(frozen=True, slots=True)
class Spending:
    """The calls of one month, provider, model and stage together."""

    month: str
    provider: str
    model: str
    stage: str
    currency: str
    calls: int
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    cost: float | None
    estimated: bool


def this_month() -> str:
    """`2026-11`, in UTC."""
    return f"{datetime.now(UTC):%Y-%m}"


# Built once: every first word waits for its call to be booked.
_ADD = insert(calls).returning(calls.c.id)


def add(connection: Connection, row: CallRow) -> int:
    """Inserts a call; returns its number."""
    values = {name: getattr(row, name) for name in CallRow.__slots__}
    return int(connection.execute(_ADD, values).scalar_one())


def change(connection: Connection, call: int, **values: Any) -> None:
    """Sets fields of a call."""
    connection.execute(update(calls).where(calls.c.id == call).values(values))


def reserve_more(connection: Connection, call: int, more: float) -> None:
    """Lets an open call cost so much more."""
    statement = update(calls).where(calls.c.id == call)
    connection.execute(statement.values(reserved=func.coalesce(calls.c.reserved, 0) + more))


def remove(connection: Connection, call: int) -> None:
    """Forgets a call that has used nothing."""
    connection.execute(delete(calls).where(calls.c.id == call))


def of_job(connection: Connection, job_id: str) -> list[CallRow]:
    """The calls of a job, oldest first."""
    columns = [calls.c[name] for name in CallRow.__slots__]
    query = select(*columns).where(calls.c.job_id == job_id).order_by(calls.c.id)
    return [CallRow(*row) for row in connection.execute(query)]


def open_of_job(connection: Connection, job_id: str) -> list[tuple[int, CallRow]]:
    """The calls of a job that have not ended, with their numbers."""
    columns = [calls.c[name] for name in CallRow.__slots__]
    wanted = and_(calls.c.job_id == job_id, calls.c.reserved.is_not(None))
    rows = connection.execute(select(calls.c.id, *columns).where(wanted))
    return [(row[0], CallRow(*row[1:])) for row in rows]


def month_total(connection: Connection, month: str, currency: str) -> float:
    """What a month has cost, the most that open calls may still cost included."""
    amount = func.max(func.coalesce(calls.c.cost, 0.0), func.coalesce(calls.c.reserved, 0.0))
    wanted = (calls.c.month == month) & (calls.c.currency == currency)
    total = connection.execute(select(func.sum(amount)).where(wanted)).scalar_one()
    return float(total or 0.0)


def spending(connection: Connection, month: str | None) -> list[Spending]:
    """What was used, latest month first; of one month, or of all."""
    group = (calls.c.month, calls.c.provider, calls.c.model, calls.c.stage, calls.c.currency)
    sums = [func.sum(calls.c[name]) for name in ("tokens_in", "tokens_cached", "tokens_out", "cost")]
    query = select(*group, func.count(), *sums, func.max(calls.c.estimated)).group_by(*group)
    if month is not None:
        query = query.where(calls.c.month == month)
    rows = connection.execute(query.order_by(calls.c.month.desc(), *group[1:])).all()
    return [Spending(*row) for row in rows]
