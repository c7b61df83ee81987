"""Which papers a query finds, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from papergloss.store import matching
from papergloss.store.columns import plain
from papergloss.store.matching import Condition
from papergloss.store.query import Query

RANKED = 150
RANKED_BY_TITLE = 50
"""How many matches are ranked at most: the newest ones, and the newest of those in titles and tags.
FTS5 would rank all 100,000 for a common word, in 250 ms; the bound makes that 3 ms."""
WEIGHTS = "10, 4, 3, 1, 4, 6"
"""What a word counts in title, authors, abstract, card, notes, tags."""

_ORDERS = {
    "saved": "paper.saved_at DESC",
    "opened": "paper.opened_at IS NULL, paper.opened_at DESC",
    "glossed": "paper.glossed_at IS NULL, paper.glossed_at DESC",
    "title": "paper.title",
    "author": "paper.first_author COLLATE NOCASE",
    "year": "paper.year IS NULL, paper.year DESC",
}
_GROUPS = {
    "day": ("", "date(paper.saved_at, '{minutes:+d} minutes')", "heading DESC"),
    "category": ("", "paper.category", "heading = '', heading"),
    "tag": (
        "LEFT JOIN paper_tags ON paper_tags.paper_n = paper.n LEFT JOIN tags ON tags.id = paper_tags.tag_id",
        "coalesce(tags.name, '')",
        "heading = '', heading COLLATE NOCASE",
    ),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers of papers in order. `more`: a ranked search left some out. `groups`: (heading, lines)."""

    numbers: list[int]
    total: int
    more: bool = False
    groups: list[tuple[str, int]] | None = None


def ranked(connection: Connection, query: Query, *, trashed: bool, within: Sequence[Condition] = ()) -> Found:
    """The best matches for the words of a query."""
    expression = matching.match(query)
    sql, parameters = _joined([*matching.conditions(query, trashed=trashed), *within])
    statement = (
        f"SELECT search.rowid, bm25(search, {WEIGHTS}) FROM search "  # noqa: S608
        f"CROSS JOIN papers AS paper ON paper.n = search.rowid "
        f"WHERE search MATCH ? AND {sql} ORDER BY search.rowid DESC LIMIT ?"
    )
    best = plain(connection, statement, (expression, *parameters, RANKED))
    scores: dict[int, float] = dict(best)
    if len(best) == RANKED:
        titles = "{title tags} : (" + expression + ")"
        scores.update(plain(connection, statement, (titles, *parameters, RANKED_BY_TITLE)))
    numbers = [-n for _, n in sorted((score, -n) for n, score in scores.items())]
    return Found(numbers, len(numbers), more=len(best) == RANKED)


def listed(
    connection: Connection,
    query: Query,
    *,
    trashed: bool,
    sort: str,
    group: str | None,
    offset: int,
    limit: int,
    utc_offset: int = 0,
    within: Sequence[Condition] = (),
) -> Found:
    """One page of all matches, sorted by a column.

    `utc_offset`: minutes that the reader's clock is ahead of UTC.
    """
    everything = [*matching.conditions(query, trashed=trashed), *within, *_matching(query)]
    sql, parameters = _joined(everything)
    order = "paper.trashed_at DESC" if trashed else _ORDERS[sort]
    join, heading, heading_order = _GROUPS[group] if group else ("", "", "")
    orders = ", ".join(part for part in (heading_order, order, "paper.n DESC") if part)
    heading = heading.format(minutes=utc_offset)
    columns = f"paper.n, {heading} AS heading" if heading else "paper.n"
    page = f"SELECT {columns} FROM papers AS paper {join} WHERE {sql} ORDER BY {orders} LIMIT ? OFFSET ?"  # noqa: S608
    numbers = [row[0] for row in connection.exec_driver_sql(page, (*parameters, limit, offset))]
    if not group:
        count = f"SELECT count(*) FROM papers AS paper WHERE {sql}"  # noqa: S608
        return Found(numbers, int(connection.exec_driver_sql(count, parameters).scalar_one()))
    counts = (
        f"SELECT {heading} AS heading, count(*) FROM papers AS paper {join} WHERE {sql} "  # noqa: S608
        f"GROUP BY heading ORDER BY {heading_order}"
    )
    groups = [(row[0], row[1]) for row in connection.exec_driver_sql(counts, parameters)]
    return Found(numbers, sum(count for _, count in groups), groups=groups)


def numbers(connection: Connection, query: Query, within: Sequence[Condition] = ()) -> list[int]:
    """All papers that a query finds."""
    sql, parameters = _joined([*matching.conditions(query, trashed=False), *within, *_matching(query)])
    statement = f"SELECT paper.n FROM papers AS paper WHERE {sql} ORDER BY paper.n"  # noqa: S608
    return [row[0] for row in connection.exec_driver_sql(statement, parameters)]


def in_collection(collection: int) -> Condition:
    """The papers of a collection."""
    return Condition(
        "paper.n IN (SELECT paper_n FROM collection_papers WHERE collection_id = ?)", (collection,)
    )


def not_dropped() -> Condition:
    """The papers that the reader has not dropped."""
    return Condition("paper.state <> 'dropped'")


def _matching(query: Query) -> list[Condition]:
    expression = matching.match(query)
    sql = "paper.n IN (SELECT rowid FROM search WHERE search MATCH ?)"
    return [Condition(sql, (expression,))] if expression else []


def _joined(conditions: Sequence[Condition]) -> tuple[str, tuple[object, ...]]:
    sql = " AND ".join(condition.sql for condition in conditions)
    return sql, tuple(value for condition in conditions for value in condition.parameters)
