"""Rows of batches: many papers asked for at once, and how far each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from papergloss.store.tables import batch_items, batches

RUNNING = "running"
WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch. `problem` is JSON: why it stopped before its end."""

    id: str
    digest: str
    kind: str
    lang: str
    engine: str
    model: str
    label: str
    state: str
    problem: str | None
    runner: str
    last_seq: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One paper of a batch. `seq` numbers the ends in their order, 0 before; `problem` is JSON."""

    n: int
    paper: str
    state: str
    seq: int
    card_id: str | None
    problem: str | None


ITEM = [batch_items.c[name] for name in ItemRow.__slots__]


def add(connection: Connection, row: BatchRow, papers: Sequence[str]) -> None:
    """Inserts a batch and its papers, all waiting."""
    connection.execute(insert(batches).values({name: getattr(row, name) for name in BatchRow.__slots__}))
    values = [
        {"batch_id": row.id, "n": n, "paper": paper, "state": WAITING, "seq": 0}
        for n, paper in enumerate(papers)
    ]
    connection.execute(insert(batch_items), values)


def find(connection: Connection, batch_id: str) -> BatchRow | None:
    """The batch or None."""
    return _one(connection.execute(select(batches).where(batches.c.id == batch_id)).one_or_none())


def find_running(connection: Connection, digest: str) -> BatchRow | None:
    """The running batch that asks for the same."""
    wanted = (batches.c.digest == digest) & (batches.c.state == RUNNING)
    return _one(connection.execute(select(batches).where(wanted).limit(1)).one_or_none())


def latest(connection: Connection, limit: int, label: str | None = None) -> list[BatchRow]:
    """The newest batches, of all or of one label."""
    query = select(batches).order_by(batches.c.created_at.desc(), batches.c.id).limit(limit)
    if label is not None:
        query = query.where(batches.c.label == label)
    return [BatchRow(**row._mapping) for row in connection.execute(query)]


def counts(connection: Connection, batch_ids: Sequence[str]) -> dict[str, dict[str, int]]:
    """How many papers of each batch are in which state."""
    query = select(batch_items.c.batch_id, batch_items.c.state, func.count())
    query = query.where(batch_items.c.batch_id.in_(batch_ids))
    found: dict[str, dict[str, int]] = {batch_id: {} for batch_id in batch_ids}
    for batch_id, state, count in connection.execute(
        query.group_by(batch_items.c.batch_id, batch_items.c.state)
    ):
        found[batch_id][state] = count
    return found


def waiting(connection: Connection, batch_id: str) -> list[ItemRow]:
    """The papers that are still to do, in order."""
    return _items(connection, batch_id, batch_items.c.state == WAITING, batch_items.c.n)


def ended(connection: Connection, batch_id: str, after: int, limit: int) -> list[ItemRow]:
    """The papers that ended after a number, in the order of ending."""
    return _items(connection, batch_id, batch_items.c.seq > after, batch_items.c.seq, limit)


def end_item(connection: Connection, batch_id: str, n: int, **values: Any) -> None:
    """Ends one paper under the batch's next number."""
    counter = update(batches).where(batches.c.id == batch_id).values(last_seq=batches.c.last_seq + 1)
    seq = connection.execute(counter.returning(batches.c.last_seq)).scalar_one()
    wanted = (batch_items.c.batch_id == batch_id) & (batch_items.c.n == n)
    connection.execute(update(batch_items).where(wanted).values(**values, seq=seq))


def reopen(connection: Connection, batch_id: str) -> None:
    """Puts the papers that failed back among those that wait."""
    wanted = (batch_items.c.batch_id == batch_id) & batch_items.c.state.in_(
        ("failed", "partial", "cancelled")
    )
    connection.execute(update(batch_items).where(wanted).values(state=WAITING, seq=0, problem=None))


def change(connection: Connection, batch_id: str, *, only_in: Sequence[str] = (), **values: Any) -> bool:
    """Sets columns of a batch; with `only_in`, only in one of these states. Whether it was there."""
    statement = update(batches).where(batches.c.id == batch_id)
    if only_in:
        statement = statement.where(batches.c.state.in_(only_in))
    return connection.execute(statement.values(**values, updated_at=datetime.now(UTC))).rowcount == 1


def running_of_others(connection: Connection, runner: str) -> list[BatchRow]:
    """Running batches that another process drives."""
    query = select(batches).where((batches.c.state == RUNNING) & (batches.c.runner != runner))
    return [BatchRow(**row._mapping) for row in connection.execute(query)]


def _items(
    connection: Connection, batch_id: str, wanted: Any, order: Any, limit: int | None = None
) -> list[ItemRow]:
    query = select(*ITEM).where(batch_items.c.batch_id == batch_id, wanted).order_by(order).limit(limit)
    return [ItemRow(*row) for row in connection.execute(query)]


def _one(row: Row[Any] | None) -> BatchRow | None:
    return None if row is None else BatchRow(**row._mapping)
