"""Which paper of the library a row is about."""

from __future__ import annotations

from papergloss.export.record import Record
from papergloss.store import duplicates
from papergloss.store.database import Connection
from papergloss.store.duplicates import Facts
from papergloss.store.index_text import WORD, fold


class Known:
    """The papers that are there: by id, DOI, and title with year. Grows with the rows that come in."""

    def __init__(self, connection: Connection) -> None:
        self._last = 0
        self._ids: dict[str, Facts] = {}
        self._dois: dict[str, Facts] = {}
        self._titles: dict[tuple[str, int | None], Facts] = {}
        self.refresh(connection)

    def refresh(self, connection: Connection) -> None:
        """Takes in what has been saved since, by other threads and processes too."""
        for facts in duplicates.after(connection, self._last):
            self._take(facts)
            self._last = facts.n

    def find(self, record: Record) -> str | None:
        """The id of the paper that this record is about."""
        facts = _facts(record)
        if facts.id in self._ids:
            return facts.id
        if facts.doi and (known := self._dois.get(facts.doi.lower())):
            return known.id
        alike = self._titles.get(_title(facts))
        return alike.id if alike is not None and not _differ(alike, facts) else None

    def add(self, record: Record) -> None:
        """This paper is there too now."""
        self._take(_facts(record))

    def _take(self, facts: Facts) -> None:
        self._ids[facts.id] = facts
        if facts.doi:
            self._dois.setdefault(facts.doi.lower(), facts)
        if _title(facts)[0]:
            self._titles.setdefault(_title(facts), facts)


def _facts(record: Record) -> Facts:
    metadata = record.metadata
    year = metadata.submitted.year if metadata.submitted else None
    return Facts(record.id, metadata.title, year, metadata.doi, metadata.arxiv_id is not None)


def _title(facts: Facts) -> tuple[str, int | None]:
    return "".join(WORD.findall(fold(facts.title))), facts.year


def _differ(one: Facts, other: Facts) -> bool:
    """Whether their ids or DOIs say that they are two papers in spite of one title."""
    by_id = one.on_arxiv and other.on_arxiv
    by_doi = one.doi is not None and other.doi is not None
    return by_id or by_doi
