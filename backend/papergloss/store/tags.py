"""Rows of tags, and which paper has which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from papergloss.store.columns import AMONG, among, as_json, plain
from papergloss.store.index_text import fold
from papergloss.store.library_tables import paper_tags, papers, tags
from papergloss.store.numbers import fresh


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag. Names that differ in case, width or accents only are one tag."""

    id: int
    name: str
    colour: str | None


COLUMNS = (tags.c.id, tags.c.name, tags.c.colour)


def everyone(connection: Connection) -> list[tuple[TagRow, int]]:
    """Every tag by name, with how many papers outside the trash have it."""
    alive = paper_tags.join(papers, (papers.c.n == paper_tags.c.paper_n) & papers.c.trashed_at.is_(None))
    query = select(*COLUMNS, func.count(papers.c.n)).select_from(tags.outerjoin(alive)).group_by(tags.c.id)
    return [(TagRow(*row[:3]), row[3]) for row in connection.execute(query.order_by(tags.c.folded))]


def find(connection: Connection, *, id: int | None = None, name: str = "") -> TagRow | None:
    """The tag with this number or name."""
    wanted = tags.c.id == id if id is not None else tags.c.folded == fold(name)
    row = connection.execute(select(*COLUMNS).where(wanted)).one_or_none()
    return None if row is None else TagRow(*row)


def add(connection: Connection, name: str, colour: str | None = None, id: int | None = None) -> int:
    """Inserts a tag; returns its number."""
    number = fresh(connection, tags.c.id) if id is None else id
    connection.execute(insert(tags).values(id=number, name=name, folded=fold(name), colour=colour))
    return number


def change(connection: Connection, id: int, **values: Any) -> None:
    """Sets a tag's name or colour."""
    if "name" in values:
        values["folded"] = fold(values["name"])
    connection.execute(update(tags).where(tags.c.id == id).values(values))


def remove(connection: Connection, id: int) -> None:
    """Deletes a tag, off its papers too."""
    connection.execute(delete(tags).where(tags.c.id == id))


def papers_with(connection: Connection, id: int) -> list[int]:
    """Numbers of the papers that have a tag."""
    return list(connection.execute(select(paper_tags.c.paper_n).where(paper_tags.c.tag_id == id)).scalars())


def of_papers(connection: Connection, numbers: Sequence[int]) -> dict[int, list[TagRow]]:
    """The tags of papers, by name."""
    found: dict[int, list[TagRow]] = {n: [] for n in numbers}
    sql = (
        "SELECT paper_n, id, name, colour FROM paper_tags JOIN tags ON id = tag_id "  # noqa: S608
        f"WHERE paper_n {AMONG} ORDER BY folded"
    )
    for row in plain(connection, sql, (as_json(numbers),)):
        found[row[0]].append(TagRow(*row[1:]))
    return found


def put_on(connection: Connection, id: int, numbers: Sequence[int]) -> None:
    """Gives papers a tag; those that have it keep it."""
    if numbers:
        rows = [{"paper_n": n, "tag_id": id} for n in numbers]
        connection.execute(upsert(paper_tags).on_conflict_do_nothing(), rows)


def take_off(connection: Connection, id: int, numbers: Sequence[int]) -> None:
    """Takes a tag off papers."""
    wanted = (paper_tags.c.tag_id == id) & among(paper_tags.c.paper_n, numbers)
    connection.execute(delete(paper_tags).where(wanted))
