"""What papers hold at one moment, and putting a difference back. The base of every undo."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from papergloss.store import collections, papers, search, shelving, tags
from papergloss.store.columns import among
from papergloss.store.library_tables import collection_papers, notes, paper_tags, sayings, undos
from papergloss.store.library_tables import collections as collection_table
from papergloss.store.library_tables import papers as paper_table
from papergloss.store.library_tables import tags as tag_table
from papergloss.store.tables import cards

Pair = tuple[int, int]
TRASHABLE: dict[str, Table] = {"notes": notes, "sayings": sayings, "cards": cards}


@dataclass(frozen=True, slots=True)
class Holding:
    """Columns that readers set, tags and collections of some papers, as (paper, tag or collection)."""

    columns: dict[int, dict[str, Any]]
    tags: set[Pair]
    members: set[Pair]


def hold(connection: Connection, numbers: Sequence[int]) -> Holding:
    """What papers hold now."""
    table = paper_table.c
    rows = connection.execute(
        select(table.n, table.starred, table.state, table.trashed_at).where(among(table.n, numbers))
    )
    tagged = select(paper_tags.c.paper_n, paper_tags.c.tag_id).where(among(paper_tags.c.paper_n, numbers))
    inside = select(collection_papers.c.paper_n, collection_papers.c.collection_id)
    inside = inside.where(among(collection_papers.c.paper_n, numbers))
    return Holding(
        columns={
            n: {"starred": starred, "state": state, "trashed_at": trashed.isoformat() if trashed else None}
            for n, starred, state, trashed in rows
        },
        tags={(n, tag) for n, tag in connection.execute(tagged)},
        members={(n, collection) for n, collection in connection.execute(inside)},
    )


def difference(before: Holding, after: Holding) -> dict[str, Any]:
    """How to come from `after` back to `before`, as JSON."""
    columns = [
        [n, {name: value for name, value in old.items() if after.columns[n][name] != value}]
        for n, old in before.columns.items()
        if n in after.columns
    ]
    return {
        "columns": [pair for pair in columns if pair[1]],
        "tags": [sorted(before.tags - after.tags), sorted(after.tags - before.tags)],
        "members": [sorted(before.members - after.members), sorted(after.members - before.members)],
    }


def put_back(connection: Connection, body: dict[str, Any]) -> list[int]:
    """Takes a change back; returns the papers that it touches."""
    numbers = {n for n, _ in body.get("columns", [])}
    for values, some in _alike(body.get("columns", [])):
        papers.revise(connection, some, **values)
    tag_ids = {old: _tag(connection, old, *rest) for old, *rest in body.get("tag_rows", [])}
    collection_ids = {
        old: _collection(connection, old, name) for old, name in body.get("collection_rows", [])
    }
    for table, column, owners, kind, ids in (
        (paper_tags, paper_tags.c.tag_id, tag_table, "tags", tag_ids),
        (collection_papers, collection_papers.c.collection_id, collection_table, "members", collection_ids),
    ):
        back, off = body.get(kind, [[], []])
        numbers |= {n for n, _ in (*back, *off)}
        if off:
            of_pair = (table.c.paper_n == bindparam("n"), column == bindparam("other"))
            connection.execute(delete(table).where(*of_pair), [{"n": n, "other": other} for n, other in off])
        alive = _alive(connection, {n for n, _ in back})
        there = set(connection.execute(select(owners.c.id)).scalars())
        pairs = [(n, ids.get(other, other)) for n, other in back if n in alive]
        rows = [{"paper_n": n, column.name: other} for n, other in pairs if other in there]
        if rows:
            connection.execute(insert(table).prefix_with("OR IGNORE"), rows)
    for n in body.get("added", []):
        _take_away(connection, n)
    for name, ids_back in body.get("trashed", {}).items():
        table = TRASHABLE[name]
        chosen = among(table.c.id, ids_back)
        connection.execute(update(table).where(chosen).values(trashed_at=None))
        numbers |= set(connection.execute(select(table.c.paper_n).where(chosen)).scalars())
    return sorted(_alive(connection, numbers))


@dataclass(frozen=True, slots=True)
class Kept:
    """How to take one change back; `body` is for `put_back`."""

    id: str
    what: str
    count: int
    body: dict[str, Any]
    at: datetime


def keep(connection: Connection, kept: Kept) -> None:
    """Keeps how to take a change back."""
    values = {"id": kept.id, "what": kept.what, "count": kept.count, "at": kept.at}
    connection.execute(insert(undos).values(**values, body=json.dumps(kept.body)))


def take(connection: Connection, undo: str | None) -> Kept | None:
    """What was kept under an id, or last; it is kept no longer."""
    query = select(undos.c.id, undos.c.what, undos.c["count"], undos.c.body, undos.c.at)
    query = query.where(undos.c.id == undo) if undo else query.order_by(undos.c.at.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    connection.execute(delete(undos).where(undos.c.id == row[0]))
    return Kept(row[0], row[1], row[2], json.loads(row[3]), row[4])


def forget(connection: Connection, now: datetime, days: int) -> None:
    """Forgets what is too old to be taken back."""
    connection.execute(delete(undos).where(undos.c.at < now - timedelta(days=days)))


def _take_away(connection: Connection, n: int) -> None:
    """Removes a paper that was only added; whatever the reader has made of it since keeps it."""
    untouched = paper_table.c.card_id.is_(None) & paper_table.c.starred.is_(False)
    found = connection.execute(select(paper_table.c.n).where(paper_table.c.n == n, untouched)).scalar()
    if found is not None and not papers.is_kept_otherwise(connection, n):
        search.remove(connection, n)
        papers.remove(connection, [n])


def _alike(columns: Sequence[tuple[int, dict[str, Any]]]) -> Iterator[tuple[dict[str, Any], list[int]]]:
    """Papers whose columns get the same values, together."""
    papers_of: dict[str, list[int]] = {}
    for n, values in columns:
        papers_of.setdefault(json.dumps(values, sort_keys=True), []).append(n)
    for text, numbers in papers_of.items():
        values = json.loads(text)
        if values.get("trashed_at"):
            values["trashed_at"] = datetime.fromisoformat(values["trashed_at"])
        yield values, numbers


def _tag(connection: Connection, id: int, name: str, colour: str | None) -> int:
    known = tags.find(connection, name=name)
    if known is not None:
        return known.id
    taken = tags.find(connection, id=id) is not None
    return tags.add(connection, name, colour, None if taken else id)


def _collection(connection: Connection, id: int, name: str) -> int:
    known = collections.find(connection, name=name)
    if known is not None:
        return known.id
    taken = collections.find(connection, id=id) is not None
    return collections.add(connection, name, None if taken else id)


def _alive(connection: Connection, numbers: set[int]) -> set[int]:
    query = select(paper_table.c.n).where(among(paper_table.c.n, numbers))
    return set(connection.execute(query).scalars())


def reindex(connection: Connection, numbers: Sequence[int], *, cards: bool) -> None:
    """Indexes notes and tags of papers anew, and their `cards` where these were changed."""
    for n in numbers if cards else ():
        shelving.refresh(connection, n)
    shelving.refresh_notes(connection, numbers)
    shelving.refresh_tags(connection, numbers)
