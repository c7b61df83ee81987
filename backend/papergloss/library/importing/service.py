"""Importing a file, or saying what importing it would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import IO, Literal

from papergloss.arxiv.client import ArxivClient
from papergloss.library.importing import files, merging
from papergloss.library.importing.asking import answered
from papergloss.library.importing.files import Form
from papergloss.library.importing.known import Known
from papergloss.library.importing.rows import Row, unreadable
from papergloss.store import papers
from papergloss.store.database import Connection, Database

IMPORT_BYTES = 512 * 1024 * 1024
"""Of a file; a library of 50,000 papers with cards has about 400 MB."""
MOST_ROWS = 200_000
AT_ONCE = 200
"""Rows of one transaction."""
TOLD = 1_000
"""Rows that are told one by one, those with a problem first."""

Outcome = Literal["new", "there", "merge", "error"]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one row, or would: made, there already, added to, or left out and why."""

    place: int
    outcome: Outcome
    paper: str | None
    title: str
    detail: str | None = None


@dataclass
class Report:
    """What became of a file, or would."""

    form: Form
    counts: Counter[Outcome] = field(default_factory=Counter)
    errors: list[Result] = field(default_factory=list)
    others: list[Result] = field(default_factory=list)

    def take(self, result: Result) -> None:
        """Counts a row, and keeps it where there is room."""
        self.counts[result.outcome] += 1
        shown = self.errors if result.outcome == "error" else self.others
        if len(shown) < TOLD:
            shown.append(result)

    @property
    def rows(self) -> list[Result]:
        """The rows that are told, in the file's order."""
        room = TOLD - len(self.errors)
        return sorted([*self.errors, *self.others[:room]], key=lambda result: result.place)


class Importing:
    """Imports into one data folder."""

    def __init__(self, database: Database, arxiv: ArxivClient) -> None:
        self._database = database
        self._arxiv = arxiv

    def preview(self, file: IO[bytes], form: Form | None = None) -> Report:
        """What importing this file would do. Raises BadInput; ArxivError where arXiv must be asked."""
        form, rows = files.rows(file, form)
        report = Report(form)
        with self._database.read() as connection:
            known = Known(connection)
        for some in self._read(rows):
            with self._database.read() as connection:
                for row in some:
                    report.take(_settle(connection, row, known, None))
        return report

    def run(
        self, file: IO[bytes], form: Form | None = None, done: Callable[[int], None] = lambda _: None
    ) -> Report:
        """Imports this file: first all of it is read, then the rows come in, each whole or not at all.

        An import that is broken off goes on when the same file is imported again.

        Args:
            file: what is imported; can be read twice.
            form: its form, where it is known.
            done: told how many rows are stored for good; what is left out is none of them.

        Raises:
            BadInput: nothing was imported.
            ArxivError: arXiv did not say what papers these are; nothing was imported.
        """
        form = self.preview(file, form).form
        file.seek(0)
        _, rows = files.rows(file, form)
        report, now = Report(form), datetime.now(UTC)
        with self._database.read() as connection:
            known = Known(connection)
        for some in self._read(rows):
            with self._database.write() as connection:
                known.refresh(connection)
                results = [_settle(connection, row, known, now) for row in some]
            for result in results:
                report.take(result)
            done(report.counts.total() - report.counts["error"])
        return report

    def _read(self, rows: Iterator[Row]) -> Iterator[list[Row]]:
        total = 0
        while some := list(islice(rows, AT_ONCE)):
            total += len(some)
            if total > MOST_ROWS:
                raise unreadable(f"The file has more than {MOST_ROWS} rows.", "Split it.")
            yield answered(some, self._arxiv)


def _settle(connection: Connection, row: Row, known: Known, now: datetime | None) -> Result:
    """What becomes of a row; without `now`, what would."""
    if row.record is None:
        return Result(row.place, "error", None, row.label, row.problem)
    record = row.record
    title, there = record.metadata.title, known.find(record)
    paper = papers.find(connection, there) if there else None
    if paper is None:
        if now is not None:
            merging.add(connection, record, now)
        outcome: Outcome = "there" if there else "new"
        known.add(record)
        return Result(row.place, outcome, there or record.id, title)
    rest = merging.missing(connection, paper, record)
    if rest is None:
        return Result(row.place, "there", paper.id, title)
    if now is not None:
        merging.merge(connection, paper, rest, now)
    return Result(row.place, "merge", paper.id, title)
