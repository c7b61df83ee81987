"""What arXiv announced on earlier days, for a reader who waits.

arXiv's list of a week has several parts. Each look takes one: who leaves, leaves arXiv in peace, and who asks
again goes on from there.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from papergloss.arxiv import announcing
from papergloss.arxiv.client import ArxivClient
from papergloss.arxiv.listing import Listing
from papergloss.arxiv.oai import OaiPage, OaiRecord
from papergloss.errors import BadInput, PaperGlossError

LONGEST_BACK = timedelta(days=31)
"""Earlier days take long: arXiv lists whatever was changed since then."""
STALE_SECONDS = 1800.0
"""After so long a list is begun again, and the day on which it was made is asked for again."""


@dataclass(slots=True)
class _Week:
    """A category's list since a Monday, as far as it is read; `listings` by day once it is whole."""

    first: date
    last: date
    begun: float
    parts: Iterator[OaiPage]
    records: list[OaiRecord] = field(default_factory=list)
    listings: dict[date, Listing] | None = None
    failure: PaperGlossError | None = None


class Earlier:
    """The listings of earlier days, a week at once. Safe to share between threads."""

    def __init__(self, arxiv: ArxivClient, clock: Callable[[], float]) -> None:
        self._arxiv = arxiv
        self._clock = clock
        self._guard = threading.Lock()
        self._weeks: dict[str, _Week] = {}

    def look(self, category: str, day: date) -> Listing | int:
        """The listing of a day, empty where arXiv announced nothing; or how many records were looked at.

        What failed fails again until it is forgotten.

        Raises:
            BadInput: there is no such category.
            ArxivError: the list cannot be had.
        """
        if day.weekday() > announcing.FRIDAY:
            return Listing(category, day, ())
        with self._guard:
            week = self._weeks.get(category)
            if week is None or not self._holds(week, day):
                week = self._weeks[category] = self._begin(category, day)
            if week.failure is not None:
                raise week.failure
            if week.listings is None:
                self._go_on(category, week)
            if week.listings is None:
                return len(week.records)
            return week.listings.get(day) or Listing(category, day, ())

    def forget_failures(self) -> None:
        """Whoever looks next asks arXiv again."""
        with self._guard:
            self._weeks = {name: week for name, week in self._weeks.items() if week.failure is None}

    def _holds(self, week: _Week, day: date) -> bool:
        if self._clock() - week.begun < STALE_SECONDS:
            return week.first <= day <= week.last
        return week.listings is not None and week.first <= day < week.last

    def _begin(self, category: str, day: date) -> _Week:
        first = day - timedelta(days=day.weekday())
        return _Week(first, today(), self._clock(), self._arxiv.records(category, first))

    def _go_on(self, category: str, week: _Week) -> None:
        try:
            part = next(week.parts)
        except PaperGlossError as error:
            week.failure = error
            raise
        week.records += part.records
        if part.token is None:
            found = announcing.listings(week.records, category, week.first, week.last)
            week.listings = {listing.date: listing for listing in found}
            week.records = []


def today() -> date:
    """In the time in which arXiv dates its records."""
    return datetime.now(UTC).date()


def require_recent(day: date) -> None:
    """Raises BadInput for a day that is not yet, or too long ago for a reader who waits."""
    if day > today():
        raise BadInput(f"{day} is not over yet.", "Choose an earlier day.")
    if day < today() - LONGEST_BACK:
        raise BadInput(
            f"{day} is too long ago to be listed here.",
            f"The last {LONGEST_BACK.days} days can be chosen; `papergloss digest --date` goes further back.",
        )
