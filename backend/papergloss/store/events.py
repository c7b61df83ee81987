"""Rows of the event log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from papergloss.store.tables import events, jobs


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event; `body` is its JSON."""

    seq: int
    type: str
    stage: str | None
    body: str


# Built once: putting a statement together takes as long as running it.
_COUNT = (
    update(jobs)
    .where(jobs.c.id == bindparam("job"))
    .values(last_seq=jobs.c.last_seq + bindparam("more"))
    .returning(jobs.c.last_seq)
)
_ADD = insert(events)
_READ = (
    select(events.c.seq, events.c.type, events.c.stage, events.c.body)
    .where(events.c.job_id == bindparam("job"), events.c.seq > bindparam("after"))
    .order_by(events.c.seq)
    .limit(bindparam("most"))
)


_DROP = delete(events).where(
    events.c.job_id == bindparam("job"),
    events.c.stage == bindparam("stage"),
    events.c.type.in_(bindparam("types", expanding=True)),
)


def append(connection: Connection, job_id: str, rows: Sequence[EventRow]) -> int:
    """Gives the rows the job's next numbers and stores them; their own `seq` is not looked at.

    The counter stands in the job's row: rows are deleted later and a number must not come twice.

    Returns:
        The last number given.
    """
    last: int = connection.execute(_COUNT, {"job": job_id, "more": len(rows)}).scalar_one()
    first = last - len(rows) + 1
    values = [
        {"job_id": job_id, "seq": seq, "type": row.type, "stage": row.stage, "body": row.body}
        for seq, row in enumerate(rows, first)
    ]
    connection.execute(_ADD, values)
    return last


def read(connection: Connection, job_id: str, after: int, limit: int) -> list[EventRow]:
    """The events after a number, in order."""
    rows = connection.execute(_READ, {"job": job_id, "after": after, "most": limit})
    return [EventRow(*row) for row in rows]


def of_type(connection: Connection, job_ids: Sequence[str], type_: str) -> list[tuple[str, EventRow]]:
    """All events of one type of several jobs, in order."""
    query = select(events.c.job_id, events.c.seq, events.c.type, events.c.stage, events.c.body)
    query = query.where(events.c.job_id.in_(job_ids), events.c.type == type_).order_by(events.c.seq)
    return [(row[0], EventRow(*row[1:])) for row in connection.execute(query)]


def drop(connection: Connection, job_id: str, types: Sequence[str], stage: str) -> None:
    """Deletes a stage's events of some types."""
    connection.execute(_DROP, {"job": job_id, "stage": stage, "types": types})


def drop_end(connection: Connection, job_id: str) -> None:
    """Deletes what ended a job: its last event, and the problem of the job as a whole."""
    ending = (events.c.type == "done") | ((events.c.type == "problem") & events.c.stage.is_(None))
    connection.execute(delete(events).where(events.c.job_id == job_id, ending))
