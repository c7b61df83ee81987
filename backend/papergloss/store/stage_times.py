"""Rows that tell how long stages took."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from papergloss.store.tables import stage_times

KEPT = 20
"""Times that are kept of each stage with each model: what is older tells of another network or machine."""


def keep(connection: Connection, kind: str, engine: str, model: str, seconds: Mapping[str, float]) -> None:
    """Stores the times of one run, and lets go of what is too old."""
    for stage, taken in seconds.items():
        name = {"kind": kind, "engine": engine, "model": model, "stage": stage}
        connection.execute(insert(stage_times).values(**name, seconds=taken))
        same = select(stage_times.c.id).filter_by(**name)
        newest = same.order_by(stage_times.c.id.desc()).limit(KEPT)
        too_old = stage_times.c.id.in_(same) & stage_times.c.id.not_in(newest)
        connection.execute(delete(stage_times).where(too_old))


def recent(connection: Connection, kind: str, engine: str, model: str) -> dict[str, list[float]]:
    """The kept times of each stage, in seconds."""
    query = select(stage_times.c.stage, stage_times.c.seconds)
    found: dict[str, list[float]] = {}
    for stage, seconds in connection.execute(query.filter_by(kind=kind, engine=engine, model=model)):
        found.setdefault(stage, []).append(seconds)
    return found
