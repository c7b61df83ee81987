"""What tells whether two entries are one paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection


class Facts(NamedTuple):
    """Of one paper."""

    id: str
    title: str
    year: int | None
    doi: str | None
    on_arxiv: bool
    n: int = 0
    """The paper's number; 0 for one that is not there yet."""


def after(connection: Connection, n: int) -> Iterator[Facts]:
    """The facts of every paper with a higher number, those in the trash too."""
    rows = connection.exec_driver_sql(
        "SELECT id, title, year, json_extract(metadata, '$.doi'), json_extract(metadata, '$.arxiv_id') "
        "IS NOT NULL, n FROM papers WHERE n > ? ORDER BY n",
        (n,),
    )
    return (Facts(row[0], row[1], row[2], row[3], bool(row[4]), row[5]) for row in rows)
