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


def everyone(connection: Connection) -> Iterator[Facts]:
    """The facts of every paper, those in the trash too."""
    rows = connection.exec_driver_sql(
        "SELECT id, title, year, json_extract(metadata, '$.doi'), json_extract(metadata, '$.arxiv_id') "
        "IS NOT NULL FROM papers"
    )
    return (Facts(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows)
