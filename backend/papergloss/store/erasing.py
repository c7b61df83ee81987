"""Deleting rows for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select

from papergloss.store import cards, papers, pictures, search
from papergloss.store.library_tables import collections, history, notes, sayings, tags, undos
from papergloss.store.library_tables import papers as paper_table
from papergloss.store.library_tables import pictures as picture_table
from papergloss.store.tables import batch_items, batches, jobs, readings, section_notes
from papergloss.store.tables import cards as card_table

SEVERAL = "papers:"
"""What a key begins with that names several papers."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What went: ids of papers, and hashes of pictures that nothing shows any more."""

    papers: list[str]
    pictures: list[str]


def rows(connection: Connection, numbers: Sequence[int]) -> Gone:
    """Deletes papers with their cards, events, readings, notes and index."""
    found = papers.by_number(connection, numbers)
    unused: list[str] = []
    for row in found:
        query = select(card_table.c.id).where(
            (card_table.c.paper_n == row.n)
            | _names(card_table.c.paper, row.id)
            | _among_several(card_table.c.paper, card_table.c.body, row.id)
        )
        ids = list(connection.execute(query).scalars())
        cards.remove(connection, ids)
        connection.execute(delete(sayings).where(func.json_extract(sayings.c.answer, "$.card_id").in_(ids)))
        asked = func.json_extract(jobs.c.key, "$.paper")
        several = _among_several(asked, jobs.c.target, row.id)
        connection.execute(delete(jobs).where(_names(asked, row.id) | several))
        for table in (readings, section_notes, batch_items):
            connection.execute(delete(table).where(_names(table.c.paper, row.id)))
        unused += pictures.remove(connection, row.id)
        search.remove(connection, row.n)
    papers.remove(connection, numbers)
    return Gone([row.id for row in found], unused)


def trashed_parts(connection: Connection, before: datetime) -> None:
    """Deletes cards, notes, selections and questions that have been in the trash since before a moment."""
    old = select(card_table.c.id).where(card_table.c.trashed_at < before)
    answers = select(func.json_extract(sayings.c.answer, "$.card_id")).where(sayings.c.trashed_at < before)
    for query in (old, answers):
        cards.remove(connection, [found for found in connection.execute(query).scalars() if found])
    for table in (notes, sayings):
        connection.execute(delete(table).where(table.c.trashed_at < before))


def all_papers(connection: Connection) -> list[int]:
    """Numbers of all papers, in the trash or not."""
    return list(connection.execute(select(paper_table.c.n)).scalars())


def leftovers(connection: Connection) -> None:
    """Deletes what is left when no paper is: tags, collections, the queue, what could be undone."""
    every = (
        tags, collections, history, undos, jobs, batches, card_table, readings, section_notes, picture_table
    )  # fmt: skip
    for table in every:
        connection.execute(delete(table))


def _among_several(key: ColumnElement[str], text: ColumnElement[str], paper: str) -> ColumnElement[bool]:
    """Whether something about several papers, by its key, holds this one."""
    return (func.substr(key, 1, len(SEVERAL)) == SEVERAL) & (func.instr(text, paper) > 0)


def _names(column: ColumnElement[str], paper: str) -> ColumnElement[bool]:
    """A paper's id with or without version."""
    return or_(column == paper, func.substr(column, 1, len(paper) + 1) == f"{paper}v")
