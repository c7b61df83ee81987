"""Whether arXiv has newer versions of saved papers."""

from __future__ import annotations

from collections.abc import Sequence

from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.identifier import ArxivId
from papergloss.store import papers
from papergloss.store.database import Database

CHECKED = 100
"""Papers that are looked at where none is named: one request to arXiv."""


class Versions:
    """Asks arXiv and keeps what it says."""

    def __init__(self, database: Database, arxiv: ArxivClient) -> None:
        self._database = database
        self._arxiv = arxiv

    def check(self, chosen: Sequence[str] | None = None) -> tuple[int, list[str]]:
        """How many papers arXiv knows of those chosen (or opened last), and which have a newer version.

        Raises:
            ArxivError: arXiv did not answer.
        """
        with self._database.read() as connection:
            rows = papers.of_arxiv(connection, chosen, CHECKED)
        records = self._arxiv.metadata_many([ArxivId.parse(row.id) for row in rows])
        latest = {asked.id: record.latest_version or 0 for asked, record in records.items()}
        with self._database.write() as connection:
            for row in rows:
                if latest.get(row.id, 0) > row.latest_version:
                    papers.change(connection, row.n, latest_version=latest[row.id])
        newest = {row.id: max(row.latest_version, latest.get(row.id, 0)) for row in rows}
        return len(latest), [row.id for row in rows if newest[row.id] > row.version > 0]
