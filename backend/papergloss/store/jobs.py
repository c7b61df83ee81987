"""Rows of jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Update, bindparam, case, insert, select, update

from papergloss.store.tables import UNFINISHED, jobs


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job as it is stored; `key` and `target` are JSON."""

    id: str
    key_digest: str
    key: str
    target: str
    regenerate: bool
    state: str
    runner: str
    cancel_asked: bool
    background: bool
    last_seq: int
    title: str | None
    card_id: str | None
    created_at: datetime
    updated_at: datetime

    @property
    def unfinished(self) -> bool:
        """Whether some process still has to bring it to an end."""
        return self.state in UNFINISHED


# Built once: putting a statement together takes as long as running it.
_ADD = insert(jobs)
_FIND = select(jobs).where(jobs.c.id == bindparam("job"))
_FIND_UNFINISHED = select(jobs).where(jobs.c.key_digest == bindparam("digest"), jobs.c.state.in_(UNFINISHED))


def add(connection: Connection, row: JobRow) -> None:
    """Inserts a job."""
    connection.execute(_ADD, {name: getattr(row, name) for name in JobRow.__slots__})


def find(connection: Connection, job_id: str) -> JobRow | None:
    """The job or None."""
    return _one(connection.execute(_FIND, {"job": job_id}).one_or_none())


def find_unfinished(connection: Connection, key_digest: str) -> JobRow | None:
    """The one job that is under way for a key."""
    return _one(connection.execute(_FIND_UNFINISHED, {"digest": key_digest}).one_or_none())


def find_of_card(connection: Connection, card_id: str) -> JobRow | None:
    """The latest job that made a card."""
    query = select(jobs).where(jobs.c.card_id == card_id).order_by(jobs.c.created_at.desc()).limit(1)
    return _one(connection.execute(query).one_or_none())


def unfinished_of_others(connection: Connection, runner: str) -> list[JobRow]:
    """Unfinished jobs that another process started, oldest first."""
    wanted = jobs.c.state.in_(UNFINISHED) & (jobs.c.runner != runner)
    return _all(connection.execute(select(jobs).where(wanted).order_by(jobs.c.created_at)).all())


def latest(connection: Connection, limit: int) -> list[JobRow]:
    """Running, then queued, then the latest ended ones; those of batches are not among them."""
    rank = case((jobs.c.state == "running", 0), (jobs.c.state == "queued", 1), else_=2)
    query = select(jobs).where(~jobs.c.background).order_by(rank, jobs.c.updated_at.desc(), jobs.c.id)
    return _all(connection.execute(query.limit(limit)).all())


def change(connection: Connection, job_id: str, *, only_in: Sequence[str] = (), **values: Any) -> bool:
    """Sets columns of a job; with `only_in`, only where it is in one of these states.

    Returns:
        Whether the job was there in such a state.
    """
    values["updated_at"] = datetime.now(UTC)
    statement = _changing(tuple(values), guarded=bool(only_in))
    return connection.execute(statement, _bound(job_id, only_in, values)).rowcount == 1


def claim(connection: Connection, job_id: str, states: Sequence[str]) -> JobRow | None:
    """Sets a job running where it is in one of these states; None where it is not."""
    values: dict[str, Any] = {"state": "running", "updated_at": datetime.now(UTC)}
    statement = _changing(tuple(values), guarded=True, returning=True)
    return _one(connection.execute(statement, _bound(job_id, states, values)).one_or_none())


def adopt(connection: Connection, dead: str, runner: str) -> list[JobRow]:
    """Puts the unfinished jobs of a dead process into another's queue."""
    wanted = jobs.c.state.in_(UNFINISHED) & (jobs.c.runner == dead)
    statement = update(jobs).where(wanted).values(runner=runner, state="queued").returning(*jobs.c)
    return _all(connection.execute(statement).all())


@cache
def _changing(columns: tuple[str, ...], *, guarded: bool, returning: bool = False) -> Update:
    statement = update(jobs).where(jobs.c.id == bindparam("job"))
    statement = statement.values({name: bindparam(f"new_{name}") for name in columns})
    if guarded:
        statement = statement.where(jobs.c.state.in_(bindparam("states", expanding=True)))
    return statement.returning(*jobs.c) if returning else statement


def _bound(job_id: str, states: Sequence[str], values: dict[str, Any]) -> dict[str, Any]:
    bound = {f"new_{name}": value for name, value in values.items()}
    return {"job": job_id, "states": states, **bound} if states else {"job": job_id, **bound}


def _one(row: Row[Any] | None) -> JobRow | None:
    return None if row is None else JobRow(**row._mapping)


def _all(rows: Sequence[Row[Any]]) -> list[JobRow]:
    return [JobRow(**row._mapping) for row in rows]
