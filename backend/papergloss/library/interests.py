"""What the library says about the reader's taste."""

from __future__ import annotations

from dataclasses import dataclass

from papergloss.store import interests
from papergloss.store.database import Database

LATEST = 2000
"""Papers that are looked at: what was saved long before says less about today."""
STARRED = 3.0
WEIGHTS = {"read": 2.0, "skimmed": 1.0, "to_read": 1.0, "dropped": -2.0}
"""By state. A star counts more than any, but a dropped paper is dropped, starred or not."""


@dataclass(frozen=True, slots=True)
class Interest:
    """A paper that counts for papers like it, or, with a negative weight, against them."""

    id: str
    title: str
    abstract: str
    weight: float


class Interests:
    """The papers that the reader has starred, read, opened, kept or dropped."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def papers(self) -> list[Interest]:
        """Those saved last; none in a library that the reader has not touched."""
        with self._database.read() as connection:
            rows = interests.latest(connection, LATEST)
        return [Interest(row.id, row.title, row.abstract, _weight(row)) for row in rows]


def _weight(row: interests.InterestRow) -> float:
    return STARRED if row.starred and row.state != "dropped" else WEIGHTS[row.state]
