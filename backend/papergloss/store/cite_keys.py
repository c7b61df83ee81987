"""Rows of the keys under which papers are cited: one a paper, no two alike in any case of letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_lowercase

from sqlalchemy import Connection, insert, select

from papergloss.store.columns import among
from papergloss.store.library_tables import cite_keys


def of_papers(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The keys of those papers that have one."""
    query = select(cite_keys.c.paper_n, cite_keys.c.key).where(among(cite_keys.c.paper_n, numbers))
    return {row.paper_n: row.key for row in connection.execute(query)}


def give(connection: Connection, wanted: Mapping[int, str]) -> dict[int, str]:
    """Gives papers that have none their keys; a key that is taken gets a letter more."""
    given: dict[int, str] = {}
    for n, key in wanted.items():
        given[n] = _free(connection, key)
        connection.execute(insert(cite_keys).values(paper_n=n, key=given[n]))
    return given


def _free(connection: Connection, key: str) -> str:
    after = cite_keys.c.key.between(key, f"{key}{{")
    taken = {taken.lower() for taken in connection.execute(select(cite_keys.c.key).where(after)).scalars()}
    free, place = key, 0
    while free.lower() in taken:
        free, place = key + _letters(place), place + 1
    return free


def _letters(place: int) -> str:
    """`a` to `z`, then `aa` and so on."""
    letters = ascii_lowercase[place % 26]
    return letters if place < 26 else _letters(place // 26 - 1) + letters
